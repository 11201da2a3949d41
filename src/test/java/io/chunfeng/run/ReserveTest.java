package io.chunfeng.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Coaches kept back for incidents. */
class ReserveTest {
    private static final CoachPool POOL = new CoachPool(
            "P1", "车队", "depot", "1408", 55, 0, 8, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), 0, 0, 0, 0);

    private static int planned(Map<String, Integer> reserves, List<CoachPool> published) {
        return Reserve.keptBack(List.of(POOL), reserves, published).get(0).count();
    }

    @Test
    void ordinaryPlanningDoesWithoutThem() {
        assertThat(planned(Map.of(), List.of())).isEqualTo(8);
        assertThat(planned(Map.of("P1", 3), List.of())).isEqualTo(5);
        assertThat(planned(Map.of("P1", 8), List.of())).isZero();
    }

    /** Otherwise the trips that an incident has put on them would be taken off again. */
    @Test
    void whatAnIncidentHasReleasedStaysReleased() {
        assertThat(planned(Map.of("P1", 3), List.of(POOL.withCount(5)))).isEqualTo(5);
        assertThat(planned(Map.of("P1", 3), List.of(POOL.withCount(8)))).isEqualTo(8);
    }

    @Test
    void coachesThatTheBureauHasTakenAwayAreGone() {
        assertThat(planned(Map.of("P1", 3), List.of(POOL.withCount(20)))).isEqualTo(8);
    }
}
