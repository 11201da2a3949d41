package io.chunfeng.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    /** China's box: 73 to 136 east, 3 to 54 north. */
    @ParameterizedTest
    @CsvSource({
        "39.9, 116.4, true",
        "116.4, 39.9, false",
        "39.47, 75.99, true",
        "54, 73, true",
        "3, 136, true",
        "54.001, 73, false",
        "54, 72.999, false",
        "2.999, 136, false",
        "3, 136.001, false",
        "2.35, 48.85, false",
        "139.7, 35.7, false",
        "-116.4, 39.9, false",
        "0, 0, false",
        "80, 80, false"
    })
    void swappedIsWhatLiesInChinaOnlyTheOtherWayRound(double lon, double lat, boolean swapped) {
        assertThat(Position.wgs84(lon, lat).looksSwapped()).isEqualTo(swapped);
    }
}
