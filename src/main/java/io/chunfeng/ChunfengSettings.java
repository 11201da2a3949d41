package io.chunfeng;

import io.chunfeng.road.AccessRule;
import io.chunfeng.road.GraphStorage;
import io.chunfeng.road.MapSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.system.ApplicationHome;

/**
 * Settings of {@code chunfeng.*}; defaults and meaning are in application.properties, explained in src/docs/operation.md.
 *
 * @param maps folder of maps
 * @param map one map, or empty: then what the folder holds
 * @param solverConfigs folder of solver configurations
 * @param dataFolder the embedded database and prepared graphs
 * @param graphStorage where a prepared graph lies while it is used
 * @param tileUrl background of maps in the browser, or empty for none
 * @param demo whether an empty database is filled with the demonstration campaign
 * @param concurrentRuns planning runs at the same time on this machine
 * @param accessDetourFactor metres by road for a straight metre between a place and the nearest road
 * @param accessKmPerHour speed on that way
 * @param maxAccessKm furthest that a place may lie from a road, or null for the map's own limit
 */
@ConfigurationProperties("chunfeng")
record ChunfengSettings(
        String maps,
        String map,
        String solverConfigs,
        String dataFolder,
        GraphStorage graphStorage,
        String tileUrl,
        boolean demo,
        int concurrentRuns,
        double accessDetourFactor,
        double accessKmPerHour,
        Integer maxAccessKm) {

    private static final long METRES_PER_KM = 1000;

    ChunfengSettings {
        if (concurrentRuns < 1) {
            throw new IllegalArgumentException(
                    "chunfeng.concurrent-runs 至少为 1 / must be at least 1: " + concurrentRuns);
        }
        // so that a wrong value is told like every other setting, whatever the map
        access(accessDetourFactor, accessKmPerHour, maxAccessKm == null ? 1 : maxAccessKm);
    }

    AccessRule access(MapSource map) {
        return maxAccessKm == null
                ? new AccessRule(accessDetourFactor, accessKmPerHour, map.maxAccessMetres())
                : access(accessDetourFactor, accessKmPerHour, maxAccessKm);
    }

    private static AccessRule access(double detourFactor, double kmPerHour, int maxKm) {
        return new AccessRule(detourFactor, kmPerHour, (int) Math.min(Integer.MAX_VALUE, maxKm * METRES_PER_KM));
    }

    Path mapsFolder() {
        return found(maps);
    }

    /** Null when none is named. */
    Path mapFile() {
        return map == null || map.isBlank() ? null : Path.of(map);
    }

    Path solverConfigsFolder() {
        return found(solverConfigs);
    }

    Path data() {
        return Path.of(dataFolder);
    }

    Path graphCache() {
        return data().resolve("graphs");
    }

    /** As named, from the working directory; where that does not exist, beside the program's jar or its build folder. */
    private static Path found(String folder) {
        Path named = Path.of(folder);
        if (Files.exists(named) || named.isAbsolute()) {
            return named;
        }
        Path home = new ApplicationHome(Chunfeng.class).getDir().toPath();
        return Stream.of(home.resolve(folder), home.resolveSibling(folder))
                .filter(Files::exists)
                .findFirst()
                .orElse(named);
    }
}
