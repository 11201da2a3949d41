package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** D2 and D3. */
class RecordedTest {
    private static final Instant AT = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final RanTrip TRIP = new RanTrip(
            "1/C1", 1, "C1", RanTrip.Kind.COACH, "吕梁汽运", 0, AT, List.of(Boardings.main("g", "141124", 40)));
    private static final TripKey KEY = new TripKey(1, "C1");

    private static List<Finding> with(TripFact fact) {
        return Recorded.withoutTrip(List.of(TRIP), Map.of(KEY, fact));
    }

    @Test
    void aPublishedTripWithAnOrderPasses() {
        assertThat(with(new TripFact(KEY, "晋J12345", "141124", "440306", true, false)))
                .isEmpty();
    }

    @Test
    void aTripThatNobodyPublishedIsTold() {
        assertThat(with(new TripFact(KEY, null, "141124", "440306", false, false)))
                .containsExactly(new Finding(
                        Finding.Kind.NOT_PUBLISHED,
                        List.of("吕梁汽运", "C1", "2024-02-17 08:00", "40"),
                        List.of(KEY)));
    }

    @Test
    void aVoidOrderIsTold() {
        assertThat(with(new TripFact(KEY, "晋J12345", "141124", "440306", true, true)))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.ORDER_VOID);
    }

    @Test
    void aTripOfWhichNothingIsKnownIsTold() {
        assertThat(Recorded.withoutTrip(List.of(TRIP), Map.of())).hasSize(1);
    }

    @Test
    void silentTripsAreToldWithTheirTime() {
        assertThat(Recorded.tripsWithoutActual(List.of(new SilentTrip(KEY, "吕梁汽运", AT, 38))))
                .containsExactly(new Finding(
                        Finding.Kind.NOTHING_RECORDED,
                        List.of("吕梁汽运", "C1", "2024-02-17 08:00", "38"),
                        List.of(KEY)));
    }
}
