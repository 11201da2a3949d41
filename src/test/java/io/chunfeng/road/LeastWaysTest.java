package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.place.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No way of a matrix is below its bound, and the bounds are near enough to be of use. */
class LeastWaysTest {
    private static final Path GRAPHS = Path.of("target", "graphs");
    private static final double HALF = 0.5;

    @TempDir
    Path folder;

    @Test
    void noWayOfTheDefaultMapIsBelowItsBound() {
        try (RoadNetwork roads = RoadNetworks.open(MapSource.find(Fixtures.MAPS, null), GRAPHS)) {
            List<Place> places = new Agreement(roads, 20260711).places(350, 104, 22, 121, 41);

            holds(roads, places);
        }
    }

    /** Every place of the tables itself: the links that are stated shorter than the straight line are all used. */
    @Test
    void norAreThoseBetweenThePlacesOfTheTables() {
        MapSource source = MapSource.find(Fixtures.MAPS, null);
        List<Place> places = new TrunkTableReader((TrunkTables) source)
                .read().places().stream()
                        .map(point -> Fixtures.place(point.id(), point.lon(), point.lat()))
                        .toList();
        try (RoadNetwork roads = RoadNetworks.open(source, GRAPHS)) {
            holds(roads, places);
        }
    }

    @Test
    void norOnGenuineExtracts() {
        holdsOn("beijing-tsinghua-2017.osm.pbf", 116.308, 39.991, 116.332, 40.012);
        holdsOn("china-major-roads-2021.osm.pbf", 105, 24, 119, 40);
    }

    private void holdsOn(String name, double west, double south, double east, double north) {
        Path extract = Fixtures.OSM.resolve(name);
        assumeThat(extract)
                .as("skipped: %s is not there; it lies beside the project on the project's own machines", extract)
                .exists();
        try (RoadNetwork roads = RoadNetworks.open(MapSource.find(Fixtures.MAPS, extract), folder.resolve("graphs"))) {
            holds(roads, new Agreement(roads, 20260712).places(120, west, south, east, north));
        }
    }

    /** Fewer links than passages are looked at: each is one, and the rest is walked to at the access's pace. */
    @Test
    void aSmallNetworkHoldsToo() {
        List<Place> places = List.of(
                Fixtures.A,
                Fixtures.B,
                Fixtures.C,
                Fixtures.X,
                Fixtures.Y,
                Fixtures.place("near a", 112.3, 37.05),
                Fixtures.place("between", 112.9, 37.6));
        try (RoadNetwork roads =
                RoadNetworks.open(Fixtures.tables(folder, Fixtures.PLACES, Fixtures.LINKS), folder.resolve("graphs"))) {
            holds(roads, places);
        }
    }

    /** One link that is stated 100 times too short must not make every bound 100 times too small. */
    @Test
    void oneWrongLinkSpoilsOnlyWhatPassesIt() {
        List<String> lines = new ArrayList<>(List.of("id,name,adminCode,lon,lat,kind"));
        List<String> links = new ArrayList<>(List.of("from,to,ref,name,km,minutes"));
        for (int i = 0; i <= 20; i++) {
            lines.add("P" + i + ",地" + i + ",,110," + (30 + i * 0.5) + ",city");
            if (i > 0) {
                links.add("P" + (i - 1) + ",P" + i + (i == 20 ? ",,,1,1" : ",,,60,40"));
            }
        }
        Place first = Fixtures.place("first", 110, 30);
        Place tenth = Fixtures.place("tenth", 110, 35);
        Place last = Fixtures.place("last", 110, 40);
        try (RoadNetwork roads = RoadNetworks.open(Fixtures.tables(folder, lines, links), folder.resolve("graphs"))) {
            LeastWays least = roads.least(List.of(first, tenth, last));

            holds(roads, List.of(first, tenth, last));
            assertThat(least.seconds()[0][1]).isCloseTo(10 * 2400, within(1.0));
            assertThat(least.seconds()[1][2]).isCloseTo(9 * 2400 + 60, within(1.0));
            assertThat(least.metres()[1][2]).isBetween(9 * 55_000.0 + 1000, 9 * 60_000.0 + 1000);
        }
    }

    private static void holds(RoadNetwork roads, List<Place> places) {
        RoadMatrix matrix = roads.matrix(places);
        LeastWays least = roads.least(places);
        Random random = new Random(3);
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < places.size(); j++) {
                int by = random.nextInt(places.size());
                boolean below = matrix.reachable(i, j)
                        && (matrix.metres()[i][j] + HALF < least.metres()[i][j]
                                || matrix.seconds()[i][j] + HALF < least.seconds()[i][j]);
                if (below || !addsUp(least.metres(), i, by, j) || !addsUp(least.seconds(), i, by, j)) {
                    fail("%s to %s by %s: %d m in %d s, bounds %s m in %s s"
                            .formatted(
                                    places.get(i).position(),
                                    places.get(j).position(),
                                    places.get(by).position(),
                                    matrix.metres()[i][j],
                                    matrix.seconds()[i][j],
                                    least.metres()[i][j],
                                    least.seconds()[i][j]));
                }
            }
        }
    }

    private static boolean addsUp(double[][] least, int from, int by, int to) {
        return least[from][to] <= least[from][by] + least[by][to] + 1e-6;
    }
}
