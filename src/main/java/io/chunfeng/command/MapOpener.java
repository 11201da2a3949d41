package io.chunfeng.command;

import io.chunfeng.road.RoadNetwork;
import java.nio.file.Path;

/** Opens the map that the command line asks for; only called when a command needs roads. */
public interface MapOpener {

    /**
     * @param mapsFolder where maps lie; may not exist
     * @param map the map named with {@code --map}, or null for the one of the folder
     * @throws io.chunfeng.road.MapFormatException when it is missing or broken
     */
    RoadNetwork open(Path mapsFolder, Path map);
}
