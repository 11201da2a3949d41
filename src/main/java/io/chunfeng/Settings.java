package io.chunfeng;

import io.chunfeng.command.Folders;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code chunfeng.*}; defaults and explanations are in application.properties.
 *
 * @param mapsFolder where maps lie; empty: {@code maps} in the working directory or beside the jar
 * @param map an {@code .osm.pbf} file or a folder of tables; empty: the one of the maps folder
 * @param solverConfigsFolder solver configurations; empty: {@code solver-configs} in the working directory or beside the jar
 * @param dataFolder the embedded database and prepared maps
 * @param demo whether an empty database gets the demo campaign
 */
@ConfigurationProperties("chunfeng")
record Settings(String mapsFolder, String map, String solverConfigsFolder, Path dataFolder, boolean demo) {
    static final String DATA_FOLDER = ".chunfeng";

    static Path graphsIn(Path dataFolder) {
        return dataFolder.resolve("graphs");
    }

    Path mapsIn() {
        return mapsFolder.isBlank() ? Folders.find("maps", null) : Path.of(mapsFolder);
    }

    /** Null when not set. */
    Path namedMap() {
        return map.isBlank() ? null : Path.of(map);
    }

    Path solverConfigsIn() {
        return solverConfigsFolder.isBlank() ? Folders.find("solver-configs", null) : Path.of(solverConfigsFolder);
    }
}
