package io.chunfeng.road;

import java.nio.file.Path;

/** Two tables in a folder: {@code places.csv} and {@code links.csv}, as described in maps/README.md. */
record TrunkTables(Path path) implements MapSource {

    Path places() {
        return path.resolve("places.csv");
    }

    Path links() {
        return path.resolve("links.csv");
    }

    @Override
    public String description() {
        return path.endsWith(DEFAULT_TABLES) ? "the default trunk network" : "trunk network " + path.getFileName();
    }

    @Override
    public String sha256() {
        return new Sha256().file(places()).file(links()).hex();
    }

    @Override
    public void check() {
        new TrunkTableReader(this).read();
    }

    /**
     * Wide, because the tables hold prefecture seats and motorway junctions only (all counties in Shanxi alone): half of the counties of China
     * lie within 25 km of one of their points, 97 in 100 within 150 km.
     */
    @Override
    public int maxAccessMetres() {
        return 150_000;
    }
}
