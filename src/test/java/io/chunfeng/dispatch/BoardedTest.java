package io.chunfeng.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.dispatch.RanTrip.Boarding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trip with the people who really boarded. */
class BoardedTest {
    private static final RanTrip PLANNED = new RanTrip(
            "1/C1",
            1,
            "C1",
            RanTrip.Kind.COACH,
            "车队",
            0,
            Instant.EPOCH,
            List.of(
                    new Boarding("G1", "140821", 20, 0, true),
                    new Boarding("G2", "140821", 5, 0, true),
                    new Boarding("G1", "140821", 10, 0, false)));

    @Test
    void whoIsNotNamedBoardedAsPlanned() {
        assertThat(PLANNED.withBoarded(Map.of())).isEqualTo(PLANNED);
        assertThat(PLANNED.withBoarded(Map.of("G1", 30, "G2", 5))).isEqualTo(PLANNED);
    }

    @Test
    void theMissingAreMissingFromTheLastOfTheirGroup() {
        assertThat(PLANNED.withBoarded(Map.of("G1", 27)).boardings())
                .containsExactly(
                        new Boarding("G1", "140821", 20, 0, true),
                        new Boarding("G2", "140821", 5, 0, true),
                        new Boarding("G1", "140821", 7, 0, false));
    }

    /** A boarding of nobody is none: the group has not departed. */
    @Test
    void aGroupThatDidNotComeIsNotThere() {
        assertThat(PLANNED.withBoarded(Map.of("G2", 0)).boardings())
                .extracting(Boarding::groupId)
                .containsExactly("G1", "G1");
        assertThat(PLANNED.withBoarded(Map.of("G1", 20)).boardings()).hasSize(2);
    }

    @Test
    void nobodyTravelsWhoWasNotPlanned() {
        assertThatThrownBy(() -> PLANNED.withBoarded(Map.of("G2", 6))).hasMessageContaining("花名册以外");
        assertThatThrownBy(() -> PLANNED.withBoarded(Map.of("G9", 1))).hasMessageContaining("G9");
    }
}
