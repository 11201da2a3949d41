package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.KnownRoads;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.PlacesOffMapException;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways are computed once: the real database, the default map. */
class KnownRoadsTest {
    private static final Path GRAPHS = Path.of("target", "graphs");
    private static final Instant NOW = Instant.parse("2024-02-15T04:00:00Z");

    private static RoadNetwork roads;
    private static TestDatabase database;

    private CountedRoads counted;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        roads = RoadNetworks.open(MapSource.find(Path.of("maps"), null), GRAPHS);
    }

    @AfterAll
    static void close() {
        roads.close();
        database.close();
    }

    @BeforeEach
    void nothingKnown() {
        database.sql().sql("DELETE FROM known_network").update();
        counted = new CountedRoads(roads);
    }

    private KnownRoads known() {
        return known(counted, NOW);
    }

    private KnownRoads known(RoadNetwork network, Instant now) {
        return new KnownRoads(network, database.ways(Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static Place place(String id, double lon, double lat) {
        return new Place(id, "名" + id, "140100", Position.wgs84(lon, lat));
    }

    /** Anywhere in the middle of China. */
    private static List<Place> places(int count, long seed) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(place("p" + i, 108 + random.nextDouble() * 8, 30 + random.nextDouble() * 8));
        }
        return places;
    }

    private static void assertSame(RoadMatrix actual, RoadMatrix expected) {
        assertThat(actual.placeIds()).isEqualTo(expected.placeIds());
        assertThat(actual.metres()).isDeepEqualTo(expected.metres());
        assertThat(actual.seconds()).isDeepEqualTo(expected.seconds());
        assertThat(actual.expressway()).isDeepEqualTo(expected.expressway());
    }

    private long stars() {
        return database.sql()
                .sql("SELECT count(*) FROM known_star")
                .query(Long.class)
                .single();
    }

    @Test
    void theSecondTimeNothingIsComputed() {
        List<Place> places = places(40, 1);
        RoadMatrix uncached = roads.matrix(places);

        RoadMatrix first = known().matrix(places);
        RoadMatrix second = known().matrix(places);

        assertSame(first, uncached);
        assertSame(second, uncached);
        assertThat(counted.computed).hasSize(1);
        assertThat(counted.computed.get(0)).hasSize(40 * 40);
        assertThat(stars()).isEqualTo(40);
    }

    @Test
    void oneMorePlaceAsksForItsRowAndItsColumnAndIsTwoRowsOfTheDatabase() {
        List<Place> places = places(30, 2);
        known().matrix(places.subList(0, 29));
        long before = stars();

        RoadMatrix matrix = known().matrix(places);

        Set<String> expected = new TreeSet<>();
        for (Place other : places) {
            expected.add("p29>" + other.id());
            expected.add(other.id() + ">p29");
        }
        assertThat(counted.computed.get(1)).isEqualTo(expected);
        assertThat(stars() - before).isEqualTo(2);
        assertSame(matrix, roads.matrix(places));
        assertSame(known().matrix(places), roads.matrix(places));
        assertThat(counted.computed).hasSize(2);
    }

    @Test
    void fewerPlacesInAnotherOrderWithOtherNamesComputeNothing() {
        List<Place> places = places(20, 3);
        known().matrix(places);
        List<Place> others = new ArrayList<>();
        for (int i = 19; i > 4; i--) {
            others.add(new Place("other" + i, "改名", "440100", places.get(i).position()));
        }

        RoadMatrix matrix = known().matrix(others);

        assertThat(counted.computed).hasSize(1);
        assertSame(matrix, roads.matrix(others));
    }

    @Test
    void aPlaceMovedByAMillionthOfADegreeIsComputedAnew() {
        List<Place> places = places(10, 4);
        known().matrix(places);
        Position old = places.get(7).position();
        List<Place> moved = new ArrayList<>(places);
        moved.set(7, place("p7", old.lon() + 1e-6, old.lat()));

        RoadMatrix matrix = known().matrix(moved);

        assertThat(counted.computed.get(1)).hasSize(2 * 10 - 1);
        assertSame(matrix, roads.matrix(moved));
    }

    @Test
    void placesAtOnePointShareItsWaysWhateverTheirCoordinateSystem() {
        Position here = Position.wgs84(112.5, 37.8);
        Position gcj = new Position(113.27, 23.13, Crs.GCJ02);
        List<Place> places = List.of(
                new Place("a", "甲", "140100", here),
                new Place("b", "乙", "440100", gcj),
                new Place("c", "丙", "140100", here),
                new Place("d", "丁", "440100", Wgs84.of(gcj)));

        RoadMatrix matrix = known().matrix(places);

        assertThat(counted.computed).hasSize(1);
        assertThat(counted.computed.get(0)).containsExactly("a>a", "a>b", "b>a", "b>b");
        assertSame(matrix, roads.matrix(places));
        assertThat(matrix.metres()[0][2]).isZero();
        assertThat(matrix.seconds()[3][1]).isZero();
    }

    /** An island without a ferry, on tables of its own. */
    @Test
    void noWayIsKeptAsSuch() throws IOException {
        Path tables = Files.createDirectories(folder.resolve("island"));
        Files.write(
                tables.resolve("places.csv"),
                List.of(
                        "id,name,adminCode,lon,lat,kind",
                        "A,甲,,112,37,city",
                        "B,乙,,113,37,city",
                        "X,岛甲,,112,20,city",
                        "Y,岛乙,,112.1,20,city"));
        Files.write(tables.resolve("links.csv"), List.of("from,to,ref,name,km,minutes", "A,B,,,100,80", "X,Y,,,12,15"));
        List<Place> places = List.of(place("a", 112, 37), place("island", 112, 20), place("b", 113, 37));
        try (RoadNetwork island = RoadNetworks.open(MapSource.find(tables, tables), folder.resolve("graphs"))) {
            counted = new CountedRoads(island);

            RoadMatrix first = known().matrix(places);
            RoadMatrix second = known().matrix(places);

            assertThat(first.reachable(0, 1)).isFalse();
            assertThat(first.reachable(0, 2)).isTrue();
            assertSame(second, first);
            assertThat(counted.computed).hasSize(1);
        }
    }

    @Test
    void someWaysAreExtendedToAll() {
        List<Place> places = places(15, 5);
        Pairs some = Pairs.none(15);
        Random random = new Random(6);
        for (int i = 0; i < 60; i++) {
            some.want(random.nextInt(15), random.nextInt(15));
        }

        RoadMatrix sparse = known().matrix(places, some);
        RoadMatrix all = known().matrix(places);
        RoadMatrix sparseAgain = known().matrix(places, some);

        assertSame(sparse, roads.matrix(places, some));
        assertSame(all, roads.matrix(places));
        assertSame(sparseAgain, sparse);
        assertThat(counted.computed).hasSize(2);
        assertThat(counted.computed.get(0)).hasSize((int) some.count());
        assertThat(counted.computed.get(1))
                .hasSize(225 - (int) some.count())
                .doesNotContainAnyElementsOf(counted.computed.get(0));
    }

    @Test
    void anotherMapNeverUsesOldWays() throws IOException {
        List<Place> places = places(12, 7);
        known().matrix(places);
        List<String> links = new ArrayList<>(Files.readAllLines(Path.of("maps", "china-trunk", "links.csv")));
        links.remove(links.size() - 1);
        Path changed = Files.createDirectories(folder.resolve("changed"));
        Files.write(changed.resolve("links.csv"), links);
        Files.copy(Path.of("maps", "china-trunk", "places.csv"), changed.resolve("places.csv"));

        try (RoadNetwork other = RoadNetworks.open(MapSource.find(changed, changed), folder.resolve("graphs"))) {
            CountedRoads countedOther = new CountedRoads(other);
            RoadMatrix matrix = known(countedOther, NOW).matrix(places);

            assertThat(countedOther.computed.get(0)).hasSize(144);
            assertSame(matrix, other.matrix(places));
        }
        known().matrix(places);
        assertThat(counted.computed).hasSize(1);
    }

    @Test
    void whatNobodyUsedForThirtyDaysIsRemoved() {
        List<Place> places = places(6, 8);
        known().matrix(places);
        RoadNetwork changed = renamed(roads, "another key");
        Instant last = NOW.plus(Duration.ofDays(30));

        known(changed, last).matrix(places);
        known(counted, last).matrix(places);
        assertThat(counted.computed).as("30 days are not too long").hasSize(1);

        known(counted, last.plus(Duration.ofDays(30)).plusSeconds(1)).matrix(places);
        assertThat(database.sql()
                        .sql("SELECT key FROM known_network")
                        .query(String.class)
                        .list())
                .containsExactly(roads.key());
        assertThat(stars()).isEqualTo(6);
    }

    /** The same roads under another key. */
    private static RoadNetwork renamed(RoadNetwork roads, String key) {
        return new CountedRoads(roads) {
            @Override
            public String key() {
                return key;
            }
        };
    }

    @Test
    void severalAtOnceComputeTheSame() throws Exception {
        List<Place> places = places(60, 9);
        RoadMatrix uncached = roads.matrix(places);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<RoadMatrix>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                List<Place> some = places.subList(i, 60 - i);
                work.add(() -> known().matrix(some));
            }
            int i = 0;
            for (Future<RoadMatrix> done : threads.invokeAll(work)) {
                assertSame(done.get(), roads.matrix(places.subList(i, 60 - i)));
                i++;
            }
        } finally {
            threads.shutdownNow();
        }
        int requests = counted.computed.size();

        assertSame(known().matrix(places), uncached);
        assertThat(counted.computed.size()).isLessThanOrEqualTo(requests + 1);
        assertSame(known().matrix(places), uncached);
    }

    @Test
    void withoutItsDatabaseItComputes() {
        List<Place> places = places(5, 10);
        TestDatabase gone = TestDatabase.migrated();
        KnownRoads known = new KnownRoads(counted, gone.ways(Clock.systemUTC()));
        gone.close();

        assertSame(known.matrix(places), roads.matrix(places));
    }

    @Test
    void everyPlaceOffTheMapIsNamedAndNothingIsKept() {
        List<Place> places = new ArrayList<>(places(5, 11));
        known().matrix(places);
        places.add(place("sea", 125, 28));
        places.add(place("the same sea", 125, 28));
        places.add(place("steppe", 80, 50));

        assertThatThrownBy(() -> known().matrix(places))
                .isInstanceOfSatisfying(
                        PlacesOffMapException.class,
                        e -> assertThat(e.places())
                                .extracting(off -> off.place().id())
                                .containsExactly("sea", "the same sea", "steppe"));
        assertThat(stars()).isEqualTo(5);
    }
}
