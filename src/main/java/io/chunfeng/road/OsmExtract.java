package io.chunfeng.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** An OpenStreetMap extract in PBF format, for example from Geofabrik. */
record OsmExtract(Path path) implements MapSource {

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
