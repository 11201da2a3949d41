package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.chunfeng.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line of roads from west to east at 37° north, ten kilometres or so each: motorway (one-way, with a limit of 120), trunk, primary with a limit
 * of 60, foot path; a second motorway back, and a one-way loop and
 * a road to the south at the end of the primary road.
 */
class OsmNetworkTest {
    /** Of 0.1 degrees of longitude at 37° north. */
    private static final double METRES = 8_880;

    private static final Place WEST = place("west", 112.0, 37);
    private static final Place MOTORWAY_END = place("motorwayEnd", 112.1, 37);
    private static final Place TRUNK_END = place("trunkEnd", 112.2, 37);
    private static final Place PRIMARY_END = place("primaryEnd", 112.3, 37);

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void open() throws IOException {
        TinyPbf extract = new TinyPbf()
                .node(1, 112.0, 37)
                .node(2, 112.1, 37)
                .node(3, 112.2, 37)
                .node(4, 112.3, 37)
                .node(5, 112.4, 37)
                .node(6, 112.05, 37.05)
                .way(1, 2, "highway", "motorway", "oneway", "yes", "maxspeed", "120")
                .way(2, 3, "highway", "trunk", "maxspeed", "100")
                .way(3, 4, "highway", "primary", "maxspeed", "60")
                .way(4, 5, "highway", "footway")
                .node(7, 112.3, 37.02)
                .node(8, 112.28, 37.02)
                .way(List.of(4L, 7L, 8L, 4L), "highway", "residential", "oneway", "yes")
                .way(2, 6, "highway", "motorway", "oneway", "yes", "maxspeed", "80")
                .way(6, 1, "highway", "motorway", "oneway", "yes", "maxspeed", "80");
        extract.node(20, 112.3, 36.99).way(4, 20, "highway", "primary");
        for (int i = 1; i < 10; i++) {
            extract.node(20 + i, 112.3, 36.99 - 0.01 * i)
                    .way(19 + i, 20 + i, "highway", "primary", "maxspeed:forward", "60", "maxspeed:backward", "30");
        }
        extract.node(30, 112.25, 36.95).way(List.of(29L, 30L, 4L), "highway", "service");
        Path file = Files.write(folder.resolve("tiny.osm.pbf"), extract.bytes());
        roads = RoadNetworks.open(MapSource.find(folder, file), folder.resolve("graphs"));
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    @Test
    void aCoachDrivesNineTenthsOfThePostedLimitOrOfItsOwn() {
        RoadMatrix matrix = roads.matrix(List.of(WEST, MOTORWAY_END, TRUNK_END, PRIMARY_END));

        assertThat(kmPerHour(matrix, 0, 1)).as("motorway: 0.9 x 100").isCloseTo(90, offset(1.0));
        assertThat(kmPerHour(matrix, 1, 2)).as("trunk: 0.9 x 80").isCloseTo(72, offset(1.0));
        assertThat(kmPerHour(matrix, 2, 3)).as("posted: 0.9 x 60").isCloseTo(54, offset(1.5));
    }

    @Test
    void oneWayRoadsMakeTheWayBackAnother() {
        RoadMatrix matrix = roads.matrix(List.of(WEST, MOTORWAY_END));

        assertThat((double) matrix.metres()[0][1]).isCloseTo(METRES, offset(20.0));
        assertThat(matrix.metres()[1][0]).as("over the northern motorway").isGreaterThan(13_000);
        assertThat(roads.path(MOTORWAY_END, WEST).metres()).isEqualTo(matrix.metres()[1][0]);
        assertThat(roads.path(MOTORWAY_END, WEST).points())
                .anySatisfy(point -> assertThat(point[1]).isCloseTo(37.05, offset(1e-4)));
    }

    /** A ring, so that some ways lead over shortcuts, in both directions. */
    @Test
    void aRoadMayBeSlowerInOneDirection() {
        List<Place> ring = IntStream.range(0, 10)
                .mapToObj(i -> place("ring" + i, 112.3, 36.99 - 0.01 * i))
                .toList();
        RoadMatrix matrix = roads.matrix(ring);

        for (int north = 0; north < ring.size(); north++) {
            for (int south = north + 1; south < ring.size(); south++) {
                assertThat(kmPerHour(matrix, north, south)).as("0.9 x 60").isCloseTo(54, offset(0.5));
                assertThat(kmPerHour(matrix, south, north))
                        .as("0.9 x 30, the engine keeps even figures")
                        .isCloseTo(28, offset(0.5));
            }
        }
    }

    @Test
    void theShareOfExpresswayIsThatOfMotorways() {
        RoadMatrix matrix = roads.matrix(List.of(WEST, MOTORWAY_END, TRUNK_END));

        assertThat(matrix.expressway()[0][1]).isEqualTo(1);
        assertThat(matrix.expressway()[0][2]).isCloseTo(0.5, offset(0.001));
        assertThat(matrix.expressway()[1][2]).isZero();
    }

    @Test
    void placesInTheMiddleOfARoadTakeTheirShareOfIt() {
        Place quarter = place("quarter", 112.025, 37);
        Place threeQuarters = place("threeQuarters", 112.075, 37);
        RoadMatrix matrix = roads.matrix(List.of(quarter, threeQuarters, TRUNK_END));

        assertThat((double) matrix.metres()[0][1]).isCloseTo(METRES / 2, offset(20.0));
        assertThat((double) matrix.metres()[0][2]).isCloseTo(METRES * 1.75, offset(40.0));
        assertThat(matrix.metres()[1][0])
                .as("against the one-way, round the loop")
                .isGreaterThan(15_000);
        assertThat(matrix.expressway()[0][2]).isCloseTo(0.75 / 1.75, offset(0.001));
    }

    @Test
    void aLoopBackToItsOwnStartIsDrivenAround() {
        Place early = place("early", 112.3, 37.01);
        Place late = place("late", 112.29, 37.02);
        RoadMatrix matrix = roads.matrix(List.of(early, late, PRIMARY_END));

        double north = 0.01 * 111_195;
        double west = 0.01 * METRES * 10;
        double loop = 2 * north + 2 * west + Math.hypot(2 * north, 2 * west);
        assertThat((double) matrix.metres()[0][1]).isCloseTo(north + west, offset(20.0));
        assertThat((double) matrix.metres()[1][0]).isCloseTo(loop - north - west, offset(20.0));
        assertThat((double) matrix.metres()[2][0]).isCloseTo(north, offset(20.0));
        assertThat((double) matrix.metres()[0][2]).isCloseTo(loop - north, offset(20.0));
        assertThat(matrix.metres()[0][0]).isZero();
        assertThat(roads.path(late, early).metres()).isEqualTo(matrix.metres()[1][0]);
    }

    @Test
    void theWayFromAPlaceOffTheRoadIsCountedAtBothEnds() {
        Place north = place("north", 112.15, 37.01);
        RoadMatrix matrix = roads.matrix(List.of(north, TRUNK_END));

        double access = 0.01 * 111_195 * 1.3;
        assertThat((double) matrix.metres()[0][1]).isCloseTo(METRES / 2 + access, offset(20.0));
        assertThat((double) matrix.seconds()[0][1]).isCloseTo(METRES / 2 / 20 + access / (40 / 3.6), offset(5.0));
        assertThat(matrix.metres()[1][0]).isEqualTo(matrix.metres()[0][1]);
    }

    @Test
    void footPathsAreNoRoadsAndTheLimitOfAnExtractIs30Kilometres() {
        Place onFootPath = place("foot", 112.4, 37);
        assertThat((double) roads.matrix(List.of(onFootPath, PRIMARY_END)).metres()[0][1])
                .as("straight to the end of the road")
                .isCloseTo(METRES * 1.3, offset(30.0));

        Place far = place("far", 112.0, 36.7);
        assertThat(roads.offMap(List.of(far, WEST)))
                .extracting(off -> off.place().id(), RoadNetwork.OffMap::nearestRoadMetres)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("far", 33_358));
        assertThatThrownBy(() -> roads.matrix(List.of(far, WEST)))
                .isInstanceOf(PlacesOffMapException.class)
                .hasMessageContaining("30 km");
        assertThat(roads.offMap(List.of(place("near", 112.0, 36.75)))).isEmpty();
        assertThat(roads.offMap(List.of(place("paris", 2.35, 48.85))))
                .extracting(off -> off.place().id())
                .containsExactly("paris");
    }

    private static double kmPerHour(RoadMatrix matrix, int from, int to) {
        return matrix.metres()[from][to] * 3.6 / matrix.seconds()[from][to];
    }
}
