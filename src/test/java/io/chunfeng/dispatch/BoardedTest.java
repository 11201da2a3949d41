package io.chunfeng.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
                    Boardings.main("G1", "140821", 20),
                    Boardings.main("G2", "140821", 5),
                    Boardings.feeder("G1", "140821", 10)));

    @Test
    void whoIsNotNamedBoardedAsPlanned() {
        assertThat(PLANNED.withBoarded(Map.of())).isEqualTo(PLANNED);
        assertThat(PLANNED.withBoarded(Map.of("G1", Aboard.persons(30), "G2", Aboard.persons(5))))
                .isEqualTo(PLANNED);
    }

    @Test
    void theMissingAreMissingFromTheLastOfTheirGroup() {
        assertThat(PLANNED.withBoarded(Map.of("G1", Aboard.persons(27))).boardings())
                .containsExactly(
                        Boardings.main("G1", "140821", 20),
                        Boardings.main("G2", "140821", 5),
                        Boardings.feeder("G1", "140821", 7));
    }

    /** A boarding of nobody is none: the group has not departed. */
    @Test
    void aGroupThatDidNotComeIsNotThere() {
        assertThat(PLANNED.withBoarded(Map.of("G2", Aboard.persons(0))).boardings())
                .extracting(Boarding::groupId)
                .containsExactly("G1", "G1");
        assertThat(PLANNED.withBoarded(Map.of("G1", Aboard.persons(20))).boardings())
                .hasSize(2);
    }

    @Test
    void nobodyTravelsWhoWasNotPlanned() {
        assertThatThrownBy(() -> PLANNED.withBoarded(Map.of("G2", Aboard.persons(6))))
                .hasMessageContaining("花名册以外");
        assertThatThrownBy(() -> PLANNED.withBoarded(Map.of("G9", Aboard.persons(1))))
                .hasMessageContaining("G9");
    }

    @Test
    void infantsAndEscortsAreWithTheFirstOfTheirGroup() {
        assertThat(PLANNED.withBoarded(Map.of("G1", new Aboard(30, 2, 1))).boardings())
                .extracting(Boarding::persons, Boarding::infants, Boarding::escorts)
                .containsExactly(tuple(20, 2, 1), tuple(5, 0, 0), tuple(10, 0, 0));
        assertThatThrownBy(() -> PLANNED.withBoarded(Map.of("G2", new Aboard(0, 1, 0))))
                .hasMessageContaining("G2")
                .hasMessageContaining("婴幼儿");
        assertThatThrownBy(() -> PLANNED.withBoarded(Map.of("G2", new Aboard(0, 0, 1))))
                .hasMessageContaining("护送人员");
    }
}
