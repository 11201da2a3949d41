package io.chunfeng.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An OpenStreetMap extract in PBF format, for example from Geofabrik.
 *
 * @param names tables whose places name what a way passes; their folder need not exist
 */
record OsmExtract(Path path, TrunkTables names) implements MapSource {

    /** @throws MapFormatException when the table of places is there and broken */
    Gazetteer gazetteer() {
        return Files.exists(names.places()) ? new Gazetteer(new TrunkTableReader(names).readPlaces()) : Gazetteer.NONE;
    }

    @Override
    public String description() {
        try {
            return String.format(Locale.ROOT, "%s (%.1f MB)", path.getFileName(), Files.size(path) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the plain file, as {@code sha256sum} prints it. */
    @Override
    public String sha256() {
        return Sha256.ofFile(path);
    }

    @Override
    public void check() {
        PbfOutline.check(path);
    }

    /** An extract has every road, so a place further off is wrong, or in the wrong coordinate system, or outside the extract. */
    @Override
    public int maxAccessMetres() {
        return 30_000;
    }
}
