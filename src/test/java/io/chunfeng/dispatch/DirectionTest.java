package io.chunfeng.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {

    @ParameterizedTest
    @CsvSource({
        "141124, 141124, 440306, TO_WORK",
        "141124, 440306, 141124, HOMEWARD",
        // boards in the next county of its city, works in another city of the province
        "141124, 141123, 140105, TO_WORK",
        "141124, 140105, 141123, HOMEWARD",
        // only the province is the same
        "141124, 140105, 440306, TO_WORK",
        "141124, 440306, 140105, HOMEWARD",
        // both ends are as near: people go to work
        "141124, 141123, 141126, TO_WORK",
        "141124, 140105, 140902, TO_WORK",
        "141124, 320322, 440306, TO_WORK",
        "141124, 141124, 141124, TO_WORK"
    })
    void theEndThatSharesMoreOfItsCodeIsHome(String county, String from, String to, Direction direction) {
        assertThat(Direction.of(county, from, to)).isEqualTo(direction);
    }
}
