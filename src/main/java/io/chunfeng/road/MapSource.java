package io.chunfeng.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the roads come from: an OpenStreetMap extract, or tables of places and links. */
public sealed interface MapSource permits OsmExtract, TrunkTables {

    /** Folder of the default tables inside the maps folder. */
    String DEFAULT_TABLES = "china-trunk";

    /** The file, or the folder of the tables. */
    Path path();

    /** For people. */
    String description();

    /** SHA-256 over the content, lower-case hex; the same wherever the files lie. */
    String sha256();

    /**
     * What can be told in a moment: whether it is there, of the right kind and complete.
     *
     * @throws MapFormatException naming what is wrong and what to do
     */
    void check();

    /** How far from the network a place may lie, straight, in metres, where no other limit is set. */
    int maxAccessMetres();

    /**
     * Chooses the map: the one named explicitly; else the only {@code *.osm.pbf} of the maps folder; else the default tables in it.
     *
     * @param explicit an {@code .osm.pbf} file or a folder of tables, or null
     * @throws MapFormatException when the choice does not exist or is not clear
     */
    static MapSource find(Path mapsFolder, Path explicit) {
        if (explicit != null) {
            return named(explicit, mapsFolder);
        }
        if (!Files.isDirectory(mapsFolder)) {
            throw new MapFormatException(
                    "maps folder " + mapsFolder
                            + " does not exist: start in the project's folder, or name a map with --map or the setting chunfeng.map");
        }
        List<Path> extracts = extractsIn(mapsFolder);
        if (extracts.size() > 1) {
            throw new MapFormatException("several maps in " + mapsFolder + ": " + extracts
                    + "; keep one, or name one with --map or the setting chunfeng.map");
        }
        return named(extracts.isEmpty() ? mapsFolder.resolve(DEFAULT_TABLES) : extracts.get(0), mapsFolder);
    }

    private static MapSource named(Path path, Path mapsFolder) {
        if (Files.isDirectory(path)) {
            return new TrunkTables(path);
        }
        if (!Files.exists(path)) {
            throw new MapFormatException(
                    "map " + path + " does not exist: correct the name given with --map or chunfeng.map, or leave it"
                            + " out to use the default map");
        }
        return new OsmExtract(path, new TrunkTables(mapsFolder.resolve(DEFAULT_TABLES)));
    }

    private static List<Path> extractsIn(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.osm.pbf")) {
            files.forEach(file -> found.add(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        found.replaceAll(folder::resolve);
        return found;
    }
}
