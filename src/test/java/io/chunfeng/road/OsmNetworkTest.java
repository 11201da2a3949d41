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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line of roads from west to east at 37° north, ten kilometres or so each: motorway (one-way, with a limit of 120), trunk, primary with a limit
 * of 60, foot path; and a second motorway back.
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
        byte[] extract = new TinyPbf()
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
                .way(2, 6, "highway", "motorway", "oneway", "yes", "maxspeed", "80")
                .way(6, 1, "highway", "motorway", "oneway", "yes", "maxspeed", "80")
                .bytes();
        Path file = Files.write(folder.resolve("tiny.osm.pbf"), extract);
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
    }

    private static double kmPerHour(RoadMatrix matrix, int from, int to) {
        return matrix.metres()[from][to] * 3.6 / matrix.seconds()[from][to];
    }
}
