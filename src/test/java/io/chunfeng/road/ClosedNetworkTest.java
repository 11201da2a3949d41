package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedNetworkTest {
    /** A—J is the only link with a number; A—J—B, A—C and B—C hang together, X—Y apart. */
    private static final List<Place> PLACES = List.of(Fixtures.A, Fixtures.B, Fixtures.C);

    @TempDir
    static Path folder;

    private static RoadNetwork tiny(String name) {
        MapSource map = Fixtures.tables(folder.resolve(name), Fixtures.PLACES, Fixtures.LINKS);
        return RoadNetworks.open(map, folder.resolve("graphs"));
    }

    @Test
    void aClosedNumberIsAvoidedAndLiftingRestoresTheFiguresExactly() {
        try (RoadNetwork roads = tiny("number")) {
            RoadMatrix before = roads.matrix(PLACES);
            assertThat(before.metres()[0][1]).isEqualTo(130_000);

            RoadNetwork closed = roads.closed(List.of(new Closure.Road("G5", Fixtures.A, Fixtures.B)));
            RoadMatrix during = closed.matrix(PLACES);

            assertThat(during.metres()[0][1]).isEqualTo(300_000 + 150_000);
            assertThat(during.seconds()[0][1]).isEqualTo((400 + 100) * 60);
            assertThat(during.metres()[1][0]).isEqualTo(450_000);
            assertThat(during.metres()[1][2]).isEqualTo(before.metres()[1][2]);
            assertThat(closed.path(Fixtures.A, Fixtures.B).metres()).isEqualTo(450_000);
            assertThat(closed.key()).isNotEqualTo(roads.key());
            assertThat(closed.closed(List.of()).key()).isEqualTo(closed.key());
            assertSame(roads.matrix(PLACES), before);
            assertThat(roads.closed(List.of()).key()).isEqualTo(roads.key());
        }
    }

    @Test
    void withoutANumberTheWholeWayIsClosed() {
        try (RoadNetwork roads = tiny("way")) {
            Closure.Road way = new Closure.Road(null, Fixtures.A, Fixtures.B);
            assertThat(roads.closedRoads(way).metres()).isEqualTo(130_000);
            assertThat(roads.closedRoads(way).lines()).hasSize(2);
            assertThat(roads.closed(List.of(way)).matrix(PLACES).metres()[0][1]).isEqualTo(450_000);
        }
    }

    @Test
    void everyWayClosedMeansCutOffNotFarAway() {
        try (RoadNetwork roads = tiny("all")) {
            RoadNetwork closed = roads.closed(List.of(
                    new Closure.Road(null, Fixtures.A, Fixtures.B), new Closure.Road(null, Fixtures.A, Fixtures.C)));
            RoadMatrix during = closed.matrix(PLACES);
            assertThat(during.reachable(0, 1)).isFalse();
            assertThat(during.seconds()[0][1]).isEqualTo(RoadMatrix.UNREACHABLE);
            assertThat(during.reachable(0, 0)).isTrue();
            assertThat(closed.path(Fixtures.A, Fixtures.B)).isNull();
        }
    }

    /** C is exactly one place away; the circle around it reaches the ends of its links and nothing else. */
    @Test
    void aPlaceInAClosedAreaIsCutOffAndOthersGoRound() {
        try (RoadNetwork roads = tiny("area")) {
            RoadNetwork closed = roads.closed(List.of(new Closure.Area(Position.wgs84(113.0, 38.0), 1_000)));
            RoadMatrix during = closed.matrix(PLACES);
            assertThat(during.reachable(0, 2)).isFalse();
            assertThat(during.reachable(2, 1)).isFalse();
            assertThat(during.metres()[2][2]).isZero();
            assertThat(during.metres()[0][1]).isEqualTo(130_000);
            assertThat(closed.path(Fixtures.A, Fixtures.C)).isNull();
        }
    }

    /** The link J—B passes (112.75, 37.05). A circle that just reaches it closes it, one a little smaller closes nothing. */
    @Test
    void anAreaClosesWhatItTouches() {
        try (RoadNetwork roads = tiny("edge")) {
            Position beside = Position.wgs84(112.75, 37.06);
            assertThat(roads.closedRoads(new Closure.Area(beside, 1_090)).lines())
                    .hasSize(1);
            assertThatThrownBy(() -> roads.closedRoads(new Closure.Area(beside, 1_070)))
                    .isInstanceOf(NothingClosedException.class)
                    .hasMessageContaining("没有地图上的道路");
        }
    }

    @Test
    void whatClosesNothingIsTold() {
        try (RoadNetwork roads = tiny("nothing")) {
            assertThatThrownBy(() -> roads.closed(List.of(new Closure.Road("G20", Fixtures.A, Fixtures.B))))
                    .isInstanceOf(NothingClosedException.class)
                    .hasMessageContaining("G20");
            assertThatThrownBy(() -> roads.closed(List.of(new Closure.Road(null, Fixtures.A, Fixtures.X))))
                    .isInstanceOf(NothingClosedException.class)
                    .hasMessageContaining("没有道路相通");
            assertThatThrownBy(() -> roads.closed(List.of(new Closure.Road(null, Fixtures.A, Fixtures.A))))
                    .isInstanceOf(NothingClosedException.class)
                    .hasMessageContaining("同一处");
        }
    }

    @Test
    void aPlaceOffTheMapStaysAnError() {
        try (RoadNetwork roads = tiny("off")) {
            RoadNetwork closed = roads.closed(List.of(new Closure.Road("G5", Fixtures.A, Fixtures.B)));
            Place far = Fixtures.place("far", 80, 45);
            assertThatThrownBy(() -> closed.matrix(List.of(Fixtures.A, far)))
                    .isInstanceOf(PlacesOffMapException.class)
                    .hasMessageContaining("far");
        }
    }

    @Test
    void randomClosuresOnTheDefaultMapAgreeWithPlainSearches() {
        try (RoadNetwork roads = RoadNetworks.open(
                MapSource.find(Fixtures.MAPS, Fixtures.MAPS.resolve("china-trunk")), folder.resolve("graphs"))) {
            agree((GraphHopperNetwork) roads, 20261123, 104, 22, 121, 41, 60_000, 4, 900);
        }
    }

    @Test
    void randomClosuresOnAnExtractAgreeWithPlainSearches() {
        Path extract = Fixtures.OSM.resolve("beijing-tsinghua-2017.osm.pbf");
        assumeThat(extract).as("skipped: %s is not there", extract).exists();
        try (RoadNetwork roads = RoadNetworks.open(MapSource.find(Fixtures.MAPS, extract), folder.resolve("graphs"))) {
            agree((GraphHopperNetwork) roads, 20261124, 116.31, 39.993, 116.33, 40.01, 150, 4, 900);
        }
    }

    /** The matrix over a hierarchy without the closed edges, against one-directional Dijkstra searches that are told of them. */
    private static void agree(
            GraphHopperNetwork roads,
            long seed,
            double west,
            double south,
            double east,
            double north,
            int radius,
            int rounds,
            int pairs) {
        System.out.println("closures over " + roads.description() + ": seed " + seed);
        Random random = new Random(seed);
        List<Place> places = new Agreement(roads, seed).places(60, west, south, east, north);
        RoadMatrix before = roads.matrix(places);
        for (int round = 0; round < rounds; round++) {
            List<Closure.Extent> extents = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Position centre = Position.wgs84(
                        west + random.nextDouble() * (east - west), south + random.nextDouble() * (north - south));
                extents.add(new Closure.Area(centre, radius));
            }
            Place one = places.get(random.nextInt(places.size()));
            Place other = places.get((places.indexOf(one) + 1) % places.size());
            extents.add(new Closure.Road(null, one, other));
            extents.removeIf(extent -> closesNothing(roads, extent));
            RoadNetwork closed = roads.closed(extents);
            RoadMatrix during = closed.matrix(places);
            int changed = 0;
            for (int i = 0; i < pairs; i++) {
                int from = random.nextInt(places.size());
                int to = random.nextInt(places.size());
                RoadPath path = closed.path(places.get(from), places.get(to));
                String what = "seed " + seed + " round " + round + " " + places.get(from) + " to " + places.get(to);
                if (from == to) {
                    assertThat(during.metres()[from][to]).as(what).isZero();
                } else if (path == null) {
                    assertThat(during.reachable(from, to)).as(what).isFalse();
                } else {
                    assertThat(Math.abs(during.metres()[from][to] - path.metres()))
                            .as(what)
                            .isLessThanOrEqualTo(1);
                    assertThat(Math.abs(during.seconds()[from][to] - path.seconds()))
                            .as(what)
                            .isLessThanOrEqualTo(1);
                    changed += during.seconds()[from][to] != before.seconds()[from][to] ? 1 : 0;
                }
            }
            assertThat(changed).as("some ways are longer").isPositive();
        }
        assertSame(roads.matrix(places), before);
    }

    private static boolean closesNothing(RoadNetwork roads, Closure.Extent extent) {
        try {
            return roads.closedRoads(extent).lines().isEmpty();
        } catch (NothingClosedException e) {
            return true;
        }
    }

    private static void assertSame(RoadMatrix now, RoadMatrix before) {
        assertThat(now.metres()).isDeepEqualTo(before.metres());
        assertThat(now.seconds()).isDeepEqualTo(before.seconds());
        assertThat(now.expressway()).isDeepEqualTo(before.expressway());
    }
}
