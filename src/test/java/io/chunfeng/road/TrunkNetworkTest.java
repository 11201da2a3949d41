package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.A;
import static io.chunfeng.road.Fixtures.B;
import static io.chunfeng.road.Fixtures.C;
import static io.chunfeng.road.Fixtures.X;
import static io.chunfeng.road.Fixtures.Y;
import static io.chunfeng.road.Fixtures.place;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrunkNetworkTest {
    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void open() {
        roads = RoadNetworks.open(
                Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, Fixtures.LINKS), folder.resolve("graphs"));
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    @Test
    void theStatedKilometresAndMinutesOfTheFastestWayAreAddedUp() {
        RoadMatrix matrix = roads.matrix(List.of(A, B, C));

        assertThat(matrix.placeIds()).containsExactly("a", "b", "c");
        assertThat(matrix.metres()[0]).containsExactly(0, 130_000, 280_000);
        assertThat(matrix.seconds()[0]).containsExactly(0, 7_200, 13_200);
        assertThat(matrix.metres()[2]).containsExactly(280_000, 150_000, 0);
        assertThat(matrix.seconds()[2]).containsExactly(13_200, 6_000, 0);
        assertThat(matrix.expressway()[0]).containsExactly(0, 0.4615, 0.2143);
    }

    @Test
    void placesWithoutAWayBetweenThemAreUnreachable() {
        RoadMatrix matrix = roads.matrix(List.of(A, X, Y));

        assertThat(matrix.metres()[0][1]).isEqualTo(RoadMatrix.UNREACHABLE);
        assertThat(matrix.seconds()[0][1]).isEqualTo(RoadMatrix.UNREACHABLE);
        assertThat(matrix.reachable(1, 2)).isTrue();
        assertThat(roads.path(A, X)).isNull();
    }

    @Test
    void theWayToTheNearestNodeCountsAtBothEndsAndBothWays() {
        Place offA = place("offA", 112.00, 36.91);
        RoadMatrix matrix = roads.matrix(List.of(offA, B, C));

        double accessMetres = 0.09 * 111_195 * 1.3;
        assertThat(matrix.metres()[0][1]).isCloseTo((int) (130_000 + accessMetres), within(15));
        assertThat(matrix.metres()[1][0]).isEqualTo(matrix.metres()[0][1]);
        assertThat(matrix.seconds()[0][1]).isCloseTo((int) (7_200 + accessMetres / (40 / 3.6)), within(3));
    }

    /** The straight line A-B passes this place, but an edge of the tables has no course: the place belongs to the nearest node. */
    @Test
    void aPlaceInTheMiddleOfALinkBelongsToTheNearestNode() {
        RoadMatrix matrix = roads.matrix(List.of(place("middle", 113.00, 37.45), B, C));

        double accessMetres = 0.45 * 111_195 * 1.3;
        assertThat(matrix.metres()[0][2]).isCloseTo((int) (150_000 + accessMetres), within(80));
    }

    @Test
    void placesNearerToOneAnotherThanToTheNetworkGoStraight() {
        Place factory = place("factory", 112.20, 37.00);
        Place station = place("station", 112.20, 37.01);
        RoadMatrix matrix = roads.matrix(List.of(factory, station, place("twin", 112.20, 37.00)));

        assertThat(matrix.metres()[0][1]).isCloseTo((int) (1_112 * 1.3), within(3));
        assertThat(matrix.seconds()[0][1]).isCloseTo(130, within(1));
        assertThat(matrix.metres()[0][2]).isZero();
        assertThat(matrix.seconds()[0][2]).isZero();
        assertThat(roads.path(factory, station).metres()).isEqualTo(matrix.metres()[0][1]);
        assertThat(roads.path(factory, station).points()).hasSize(2);
    }

    @Test
    void theFiguresOfAPathAreThoseOfTheMatrixAndItsPointsThePlacesPassed() {
        Place offA = place("offA", 112.00, 36.91);
        RoadPath path = roads.path(offA, C);
        RoadMatrix matrix = roads.matrix(List.of(offA, C));

        assertThat(path.metres()).isEqualTo(matrix.metres()[0][1]);
        assertThat(path.seconds()).isEqualTo(matrix.seconds()[0][1]);
        assertThat(path.points()).hasSize(6);
        assertThat(path.points().get(0)).containsExactly(112.00, 36.91);
        assertThat(path.points().get(2)[0]).isCloseTo(112.5, offset(1e-6));
        assertThat(path.points().get(5)).containsExactly(113.00, 38.00);
    }

    @Test
    void aPlaceInAnotherSystemIsConvertedFirst() {
        Place gcj = new Place("g", "名", "140100", new Position(112.0062, 37.0008, Crs.GCJ02));

        assertThat(roads.matrix(List.of(gcj, B)).metres()[0][1]).isBetween(130_000, 130_200);
    }

    @Test
    void everyPlaceOffTheMapIsNamed() {
        Place paris = place("paris", 2.35, 48.85);
        Place sea = place("sea", 125.0, 30.0);

        assertThat(roads.offMap(List.of(A, paris, B, sea)))
                .extracting(off -> off.place().id())
                .containsExactly("paris", "sea");
        assertThatThrownBy(() -> roads.matrix(List.of(A, paris, sea)))
                .isInstanceOf(PlacesOffMapException.class)
                .hasMessageContaining("150 km")
                .hasMessageContaining("paris 名paris (2.35, 48.85 WGS84, ")
                .hasMessageContaining("sea 名sea")
                .hasMessageContaining("coordinates");
        assertThatThrownBy(() -> roads.path(A, paris)).isInstanceOf(PlacesOffMapException.class);
    }

    @Test
    void anEmptyListGivesAnEmptyMatrix() {
        assertThat(roads.matrix(List.of()).size()).isZero();
    }

    @Test
    void severalThreadsMayUseOneNetwork() throws Exception {
        List<Place> places = List.of(A, B, C, place("offA", 112.00, 36.91));
        RoadMatrix alone = roads.matrix(places);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<RoadMatrix> task = () -> roads.matrix(places);
            for (Future<RoadMatrix> result : threads.invokeAll(nCopies(40, task))) {
                assertThat(result.get().metres()).isDeepEqualTo(alone.metres());
                assertThat(result.get().seconds()).isDeepEqualTo(alone.seconds());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Offset<Integer> within(int units) {
        return offset(units);
    }
}
