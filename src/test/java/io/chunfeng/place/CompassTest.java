package io.chunfeng.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompassTest {

    @ParameterizedTest
    @CsvSource({
        "0, NORTH",
        "22.499, NORTH",
        "22.5, NORTH_EAST",
        "67.499, NORTH_EAST",
        "67.5, EAST",
        "112.499, EAST",
        "112.5, SOUTH_EAST",
        "157.499, SOUTH_EAST",
        "157.5, SOUTH",
        "202.499, SOUTH",
        "202.5, SOUTH_WEST",
        "247.499, SOUTH_WEST",
        "247.5, WEST",
        "292.499, WEST",
        "292.5, NORTH_WEST",
        "337.499, NORTH_WEST",
        "337.5, NORTH",
        "359.999, NORTH",
        "-22.5, NORTH",
        "-22.501, NORTH_WEST",
        "-180, SOUTH",
        "180, SOUTH"
    })
    void everySectorIs45DegreesWideAndItsFirstBorderIsItsOwn(double degrees, Compass point) {
        assertThat(Compass.of(degrees)).isEqualTo(point);
    }

    /** At 60 degrees north a degree of longitude is half as long as one of latitude. */
    @ParameterizedTest
    @CsvSource({
        "110, 61, NORTH", "110, 59, SOUTH", "111, 60, EAST", "109, 60, WEST",
        "110.2, 60.1, NORTH_EAST", "110.2, 59.9, SOUTH_EAST", "109.8, 59.9, SOUTH_WEST", "109.8, 60.1, NORTH_WEST",
        "110.1, 60.2, NORTH", "110.3, 60.2, NORTH_EAST", "110.2, 60.03, EAST"
    })
    void directionsAreThoseOnTheGroundNotThoseOfTheDegrees(double lon, double lat, Compass point) {
        assertThat(Compass.from(Position.wgs84(110, 60), Position.wgs84(lon, lat)))
                .isEqualTo(point);
    }

    /** From Paris the shortest way to China sets out to the north-east, although Kashgar lies further south. */
    @ParameterizedTest
    @CsvSource({"2.35, 48.85, 75.99, 39.47, EAST", "2.35, 48.85, 116.4, 39.9, NORTH_EAST", "179.9, 50, -179.9, 50, EAST"
    })
    void farDirectionsAreThoseOfTheShortestWay(double lon, double lat, double toLon, double toLat, Compass point) {
        assertThat(Compass.from(Position.wgs84(lon, lat), Position.wgs84(toLon, toLat)))
                .isEqualTo(point);
    }
}
