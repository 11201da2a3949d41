package io.chunfeng.closure;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two real maps, the second without some of the roads of the first: A to B by a fast and a slow road, C at the end of a road
 * of its own. Gone in the second: the fast one, and the one to C.
 */
final class TwoMaps implements AutoCloseable {
    static final Place A = place("a", 112.0, 37.0);
    static final Place B = place("b", 113.0, 37.0);
    static final Place C = place("c", 113.0, 38.0);
    static final Place FAR = place("far", 80.0, 37.0);
    static final Map<String, Place> PLACES =
            Stream.of(A, B, C, FAR).collect(Collectors.toMap(Place::id, Function.identity()));
    static final Instant EIGHT = Instant.parse("2024-02-17T00:00:00Z");

    final RoadNetwork before;
    final RoadNetwork after;

    TwoMaps(Path folder) {
        before = map(folder, "before", "A,B,G5,,100,60", "A,D,,,65,60", "D,B,,,65,60", "B,C,,,150,100", "C,E,,,90,60");
        after = map(folder, "after", "A,D,,,65,60", "D,B,,,65,60", "C,E,,,90,60");
    }

    private static RoadNetwork map(Path folder, String name, String... links) {
        try {
            Path tables = Files.createDirectories(folder.resolve(name));
            String places = "id,name,adminCode,lon,lat,kind\nA,甲,140100,112,37,city\nB,乙,140200,113,37,city\n"
                    + "C,丙,140300,113,38,city\nD,丁,,112.5,36.5,junction\nE,戊,140400,114,38,city\n";
            Files.writeString(tables.resolve("places.csv"), places);
            Files.writeString(
                    tables.resolve("links.csv"), "from,to,ref,name,km,minutes\n" + String.join("\n", links) + "\n");
            return RoadNetworks.open(MapSource.find(tables, tables), folder.resolve("graphs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(String id, double lon, double lat) {
        return new Place(id, "名" + id, "140100", Position.wgs84(lon, lat));
    }

    static Group group(String id, Place from, Place to, int headcount, Mode... modes) {
        return new Group(
                id,
                "140100",
                from.id(),
                to.id(),
                headcount,
                0,
                EIGHT,
                EIGHT.plusSeconds(86_400),
                null,
                Set.of(modes),
                1,
                1,
                null);
    }

    @Override
    public void close() {
        before.close();
        after.close();
    }
}
