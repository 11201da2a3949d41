package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Among the streets of a Beijing district, where its extract lies beside the project. Draws are random with fixed seeds. */
class SystemDoubtsTest {
    private static final String HAIDIAN = "110108";
    private static final String XICHENG = "110102";
    private static final int SETS = 40;

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void open() {
        Path extract = Fixtures.OSM.resolve("beijing-tsinghua-2017.osm.pbf");
        assumeThat(extract)
                .as("skipped: %s is not there; it lies beside the project on the project's own machines", extract)
                .exists();
        roads = RoadNetworks.open(MapSource.find(Fixtures.MAPS, extract), folder.resolve("graphs"));
    }

    @AfterAll
    static void close() {
        if (roads != null) {
            roads.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GCJ02", "BD09"})
    void twentyDoorsInAnotherSystemAreSeenEightTimesInTen(Crs really) {
        Doors doors = new Doors(roads, 1);
        List<Doubt> doubts = IntStream.range(0, SETS)
                .mapToObj(i -> roads.doubts(doors.draw(20, HAIDIAN, 20, really)))
                .flatMap(List::stream)
                .toList();

        assertThat(doubts).hasSizeGreaterThanOrEqualTo(SETS * 75 / 100).allSatisfy(doubt -> {
            Doubt.OtherSystem other = (Doubt.OtherSystem) doubt;
            assertThat(other.likely()).isEqualTo(really);
            assertThat(other.metresInstead()).isLessThan(other.metresAsGiven());
            assertThat(other.places()).hasSizeBetween(10, 20);
        });
    }

    @Test
    void doorsInTheRightSystemAreNotDoubted() {
        Doors doors = new Doors(roads, 2);
        for (int i = 0; i < SETS; i++) {
            assertThat(roads.doubts(doors.draw(5 + i % 40, HAIDIAN, 60, Crs.WGS84)))
                    .isEmpty();
        }
    }

    @Test
    void placesStatedInAnotherSystemThanTheyAreInAreSeenToo() {
        List<Place> stated = new Doors(roads, 3)
                .draw(40, HAIDIAN, 0, Crs.WGS84).stream()
                        .map(door -> new Place(
                                door.id(),
                                door.name(),
                                door.adminCode(),
                                new Position(
                                        door.position().lon(), door.position().lat(), Crs.BD09)))
                        .toList();

        assertThat(roads.doubts(stated))
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.OtherSystem.class,
                        doubt -> assertThat(doubt.likely()).isEqualTo(Crs.WGS84));
    }

    @Test
    void aCountyIsDoubtedAndItsNeighboursAreNot() {
        Doors doors = new Doors(roads, 4);
        List<Place> wrong = doors.draw(40, HAIDIAN, 10, Crs.GCJ02);
        List<Place> places = new ArrayList<>(doors.draw(60, XICHENG, 10, Crs.WGS84));
        places.addAll(wrong);

        assertThat(roads.doubts(places))
                .singleElement()
                .satisfies(doubt -> assertThat(wrong).containsAll(doubt.places()));
    }

    @Test
    void aFewPlacesOfManyCountiesAreJudgedTogether() {
        Doors doors = new Doors(roads, 5);
        List<Place> places = new ArrayList<>();
        for (int county = 0; county < 10; county++) {
            places.addAll(doors.draw(4, String.valueOf(900101 + 10_000 * county), 10, Crs.GCJ02));
        }

        assertThat(roads.doubts(places)).singleElement().isInstanceOf(Doubt.OtherSystem.class);
    }

    @Test
    void fewerThanFivePointsProveNothing() {
        Doors doors = new Doors(roads, 6);
        List<Place> four = doors.draw(4, HAIDIAN, 0, Crs.GCJ02);
        List<Place> oneFortyTimes = IntStream.range(0, 40)
                .mapToObj(i -> new Place("t" + i, "门", HAIDIAN, four.get(0).position()))
                .toList();

        assertThat(roads.doubts(four)).isEmpty();
        assertThat(roads.doubts(oneFortyTimes)).isEmpty();
    }

    @Test
    void farFromStreetsNothingIsSaid() {
        List<Place> fields = new Doors(roads, 7)
                .draw(40, HAIDIAN, 10, Crs.GCJ02).stream()
                        .map(door -> new Place(
                                door.id(),
                                door.name(),
                                door.adminCode(),
                                Position.wgs84(
                                        door.position().lon() + 0.04,
                                        door.position().lat())))
                        .toList();

        assertThat(roads.offMap(fields)).isEmpty();
        assertThat(roads.doubts(fields)).isEmpty();
    }
}
