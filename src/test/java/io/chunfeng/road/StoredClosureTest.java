package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Position;
import io.chunfeng.road.StoredClosure.State;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredClosureTest {
    private static final Instant FROM = Instant.parse("2024-02-17T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"-1, COMING", "0, IN_FORCE", "59, IN_FORCE", "60, PAST"})
    void isInForceFromItsFirstMomentUntilTheRoadIsOpenAgain(int second, State expected) {
        assertThat(stored(FROM.plusSeconds(60), null).state(FROM.plusSeconds(second)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, COMING", "0, IN_FORCE", "1000000000, IN_FORCE"})
    void withoutAnEndItStaysInForce(int second, State expected) {
        assertThat(stored(null, null).state(FROM.plusSeconds(second))).isEqualTo(expected);
    }

    /** Also before it would have begun. */
    @ParameterizedTest
    @CsvSource({"-1", "0", "1000000000"})
    void liftedIsLifted(int second) {
        assertThat(stored(null, FROM.minusSeconds(60)).state(FROM.plusSeconds(second)))
                .isEqualTo(State.LIFTED);
    }

    private static StoredClosure stored(Instant until, Instant liftedAt) {
        Closure.Area area = new Closure.Area(Position.wgs84(112, 37), 500);
        return new StoredClosure(1, new Closure(area, FROM, until, "雪"), FROM.minusSeconds(3600), liftedAt);
    }
}
