package io.chunfeng.demand;

import static io.chunfeng.demand.ChangeRequest.Kind.BIGGER;
import static io.chunfeng.demand.ChangeRequest.Kind.OTHER;
import static io.chunfeng.demand.ChangeRequest.Kind.OTHER_WINDOW;
import static io.chunfeng.demand.ChangeRequest.Kind.SMALLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** What a county's change of figures amounts to. */
class ChangeRequestKindTest {
    private static final Group GROUP = new Group(
            "g",
            "140722",
            "a",
            "b",
            20,
            1,
            Instant.parse("2024-02-17T00:00:00Z"),
            Instant.parse("2024-02-18T12:00:00Z"),
            LocalDate.of(2024, 2, 17),
            EnumSet.allOf(Mode.class),
            5,
            1,
            null);

    @Test
    void onePersonMoreOrLess() {
        assertThat(ChangeRequest.Kind.of(GROUP, GROUP.withHeadcount(21, 1))).isEqualTo(BIGGER);
        assertThat(ChangeRequest.Kind.of(GROUP, GROUP.withHeadcount(19, 0))).isEqualTo(SMALLER);
    }

    @Test
    void anotherWindowOrDay() {
        Group later = GROUP.withWindow(
                GROUP.earliestDeparture().plusSeconds(60), GROUP.latestArrival().plusSeconds(60));
        assertThat(ChangeRequest.Kind.of(GROUP, later)).isEqualTo(OTHER_WINDOW);
        assertThat(ChangeRequest.Kind.of(GROUP, GROUP.withPreferredDate(null))).isEqualTo(OTHER_WINDOW);
    }

    /** The naive reading looks at the headcount alone. */
    @Test
    void severalThingsAtOnceAreSomethingElse() {
        Group both = GROUP.withHeadcount(21, 1).withPreferredDate(LocalDate.of(2024, 2, 18));
        assertThat(ChangeRequest.Kind.of(GROUP, both)).isEqualTo(OTHER);
        assertThat(ChangeRequest.Kind.of(GROUP, GROUP.withModes(EnumSet.of(Mode.COACH))))
                .isEqualTo(OTHER);
        assertThat(ChangeRequest.Kind.of(GROUP, GROUP)).isEqualTo(OTHER);
    }

    @Test
    void resizedGroupsSplitAsBefore() {
        assertThat(GROUP.withHeadcount(30, 1).minPart()).isEqualTo(5);
        assertThat(GROUP.withHeadcount(4, 1).minPart()).isEqualTo(4);
        Group whole = GROUP.withMinPart(11);
        assertThat(whole.withHeadcount(30, 1).minPart()).as("cannot be split").isEqualTo(30);
        assertThat(GROUP.withMinPart(10).withHeadcount(30, 1).minPart())
                .as("two halves")
                .isEqualTo(10);
    }
}
