package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.B;
import static io.chunfeng.road.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.chunfeng.place.Compass;
import io.chunfeng.place.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from the door to the road, on the tables of {@link Fixtures}: from A to B 130 km in 7,200 s. */
class AccessRuleTest {
    private static final double METRES_OF_A_DEGREE = Math.toRadians(6_371_000);

    @TempDir
    Path folder;

    private RoadNetwork open(double factor, double kmPerHour, int maxMetres) {
        return RoadNetworks.open(
                Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, Fixtures.LINKS),
                folder.resolve("graphs"),
                new AccessRule(factor, kmPerHour, maxMetres),
                GraphStorage.RAM,
                OpeningListener.NONE);
    }

    /** South of A. */
    private static Place south(String id, double metres) {
        return place(id, 112, 37 - metres / METRES_OF_A_DEGREE);
    }

    /** North of B. */
    private static Place north(String id, double metres) {
        return place(id, 113, 37 + metres / METRES_OF_A_DEGREE);
    }

    @Test
    void itCountsInMetresAndSecondsAtBothEndsAndBothWays() {
        try (RoadNetwork roads = open(1.3, 40, 30_000)) {
            List<Place> ends = List.of(south("from", 10_000), north("to", 20_000));
            RoadMatrix matrix = roads.matrix(ends);

            assertThat(matrix.metres()[0][1]).isCloseTo(130_000 + 13_000 + 26_000, offset(1));
            assertThat(matrix.seconds()[0][1]).isCloseTo(7_200 + 39 * 90, offset(1));
            assertThat(matrix.metres()[1][0]).isEqualTo(matrix.metres()[0][1]);
            assertThat(matrix.seconds()[1][0]).isEqualTo(matrix.seconds()[0][1]);
            assertThat(roads.path(ends.get(0), ends.get(1)).metres()).isEqualTo(matrix.metres()[0][1]);
        }
    }

    @Test
    void otherSettingsGiveOtherFigures() {
        try (RoadNetwork roads = open(2, 20, 30_000)) {
            Place near = south("near", 1_000);
            RoadMatrix matrix = roads.matrix(List.of(south("from", 10_000), north("to", 20_000), near));

            assertThat(matrix.metres()[0][1]).isCloseTo(130_000 + 60_000, offset(1));
            assertThat(matrix.seconds()[0][1]).isCloseTo(7_200 + 60 * 180, offset(1));
            assertThat(matrix.metres()[0][2]).as("straight").isCloseTo(18_000, offset(1));
            assertThat(matrix.seconds()[0][2]).as("straight").isCloseTo(18 * 180, offset(1));
        }
    }

    @Test
    void atTheLimitAPlaceIsAttachedOneMetreFurtherItIsNamed() {
        try (RoadNetwork roads = open(1.3, 40, 30_000)) {
            Place at = south("at", 30_000);
            Place past = south("past", 30_001);

            assertThat(roads.matrix(List.of(at, B)).metres()[0][1]).isCloseTo(130_000 + 39_000, offset(1));
            assertThat(roads.offMap(List.of(at, past)))
                    .containsExactly(new RoadNetwork.OffMap(past, 30_001, Compass.NORTH));
            assertThatThrownBy(() -> roads.matrix(List.of(at, past, B)))
                    .isInstanceOf(PlacesOffMapException.class)
                    .hasMessageStartingWith("more than 30 km from every road of the map: past ")
                    .hasMessageContaining("30.0 km, north)");
        }
        try (RoadNetwork roads = open(1.3, 40, 31_000)) {
            assertThat(roads.offMap(List.of(south("past", 30_001)))).isEmpty();
        }
    }

    @Test
    void anotherRuleIsAnotherKey() {
        try (RoadNetwork usual = open(1.3, 40, 150_000);
                RoadNetwork same = open(1.3, 40, 150_000);
                RoadNetwork longer = open(1.4, 40, 150_000);
                RoadNetwork slower = open(1.3, 39, 150_000);
                RoadNetwork nearer = open(1.3, 40, 149_000)) {
            assertThat(same.key()).isEqualTo(usual.key());
            assertThat(List.of(usual.key(), longer.key(), slower.key(), nearer.key()))
                    .doesNotHaveDuplicates();
            assertThat(longer.mapSha256()).isEqualTo(usual.mapSha256());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 1000", "5, 100, 500000", "1.3, 40, 30000"})
    void valuesAtTheirBordersAreTaken(double factor, double kmPerHour, int maxMetres) {
        assertThat(new AccessRule(factor, kmPerHour, maxMetres).detourFactor()).isEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 40, 30000, chunfeng.access-detour-factor 应为 1 至 5 / must be from 1 to 5: 0.99",
        "5.01, 40, 30000, chunfeng.access-detour-factor",
        "NaN, 40, 30000, chunfeng.access-detour-factor",
        "1.3, 4.9, 30000, chunfeng.access-km-per-hour 应为 5 至 100 / must be from 5 to 100: 4.9",
        "1.3, 100.1, 30000, chunfeng.access-km-per-hour",
        "1.3, 40, 999, chunfeng.max-access-km 应为 1 至 500 / must be from 1 to 500: 0.999",
        "1.3, 40, 500001, chunfeng.max-access-km"
    })
    void valuesOutsideAreNamedInBothLanguages(double factor, double kmPerHour, int maxMetres, String message) {
        assertThatThrownBy(() -> new AccessRule(factor, kmPerHour, maxMetres))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
