package io.chunfeng.road;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The national trunk network as straight lines: a background for small maps that needs no tiles. */
public final class TrunkOutline {
    private final Path tables;
    private List<double[]> lines;

    /** @param mapsFolder that holds the default tables; without them there is no background */
    public TrunkOutline(Path mapsFolder) {
        this.tables = mapsFolder.resolve(MapSource.DEFAULT_TABLES);
    }

    /** Longitude, latitude, longitude, latitude; read once. */
    public synchronized List<double[]> lines() {
        if (lines == null) {
            lines = Files.isDirectory(tables) ? read() : List.of();
        }
        return lines;
    }

    private List<double[]> read() {
        TrunkMap map = new TrunkTableReader(new TrunkTables(tables)).read();
        List<double[]> read = new ArrayList<>();
        for (TrunkMap.Link link : map.links()) {
            TrunkMap.Point from = map.places().get(link.from());
            TrunkMap.Point to = map.places().get(link.to());
            read.add(new double[] {from.lon(), from.lat(), to.lon(), to.lat()});
        }
        return List.copyOf(read);
    }
}
