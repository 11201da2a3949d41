package io.chunfeng.dispatch;

import static io.chunfeng.dispatch.Ordered.coach;
import static io.chunfeng.dispatch.Ordered.driver;
import static io.chunfeng.dispatch.Ordered.open;
import static io.chunfeng.dispatch.Ordered.order;
import static io.chunfeng.dispatch.Ordered.succession;
import static io.chunfeng.dispatch.Ordered.trip;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.dispatch.AssignmentProposal.Proposed;
import io.chunfeng.dispatch.AssignmentProposal.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentProposalTest {
    private static final List<Coach> TWO = List.of(coach(1), coach(2));
    private static final List<Driver> FOUR = List.of(driver(1), driver(2), driver(3), driver(4));

    @Test
    void oneCoachServesTripsThatFollowOneAnother() {
        Map<String, Proposed> proposed = AssignmentProposal.of(
                succession(
                        open("C1", trip(0, 4, 1, 40, "a")),
                        open("C2", trip(4, 8, 1, 40, "b")),
                        open("C3", trip(6, 9, 1, 40, "c"))),
                Map.of(),
                TWO,
                FOUR);
        assertThat(proposed.get("C1").assignment().coach())
                .isEqualTo(proposed.get("C2").assignment().coach());
        assertThat(proposed.get("C3").assignment().coach())
                .isNotNull()
                .isNotEqualTo(proposed.get("C2").assignment().coach());
    }

    @Test
    void whatIsChosenByHandComesFirstAndOthersGiveWay() {
        ChosenAssignment chosen = new ChosenAssignment("C2", 1L, List.of(1L), 3, Ordered.MIDNIGHT, "diao");
        Map<String, Proposed> proposed = AssignmentProposal.of(
                succession(open("C1", trip(0, 4, 1, 40, "a")), open("C2", trip(2, 6, 1, 40, "b"))),
                Map.of("C2", chosen),
                TWO,
                FOUR);
        assertThat(proposed.get("C2"))
                .isEqualTo(new Proposed(new Assignment(coach(1), List.of(driver(1))), Source.BY_HAND, 3));
        assertThat(proposed.get("C1").assignment().coach().id()).isEqualTo(2);
        assertThat(proposed.get("C1").assignment().drivers())
                .extracting(Driver::id)
                .doesNotContain(1L);
    }

    /** Who fell ill and was replaced after publishing does not come back because somebody had chosen them before. */
    @Test
    void theOrderStandsAgainstAnOlderChoice() {
        OrderContent content = trip(0, 4, 1, 40, "a");
        TripOrder order = order("2024-0001-C1", "C1", content.with(new Assignment(coach(2), List.of(driver(4)))));
        OrderSuccession.Trip trip = new OrderSuccession.Trip("C1", content, order);

        assertThat(chosenAt(order.issuedAt(), trip))
                .isEqualTo(new Proposed(new Assignment(coach(2), List.of(driver(4))), Source.KEPT, 3));
        assertThat(chosenAt(order.issuedAt().plusNanos(1), trip))
                .isEqualTo(new Proposed(new Assignment(coach(1), List.of(driver(1))), Source.BY_HAND, 3));
    }

    private static Proposed chosenAt(Instant moment, OrderSuccession.Trip trip) {
        ChosenAssignment chosen = new ChosenAssignment("C1", 1L, List.of(1L), 3, moment, "diao");
        return AssignmentProposal.of(succession(trip), Map.of("C1", chosen), TWO, FOUR)
                .get("C1");
    }

    @Test
    void publishedOrdersKeepTheirPeopleAsLongAsTheyCanDrive() {
        OrderContent content = trip(0, 4, 1, 40, "a");
        TripOrder before = order("2024-0001-C1", "C1", content.with(new Assignment(coach(2), List.of(driver(4)))));
        OrderSuccession.Trip same = new OrderSuccession.Trip("C1", content, before);
        OrderSuccession.Trip longer = new OrderSuccession.Trip("C1", trip(0, 9, 1, 40, "a"), before);

        assertThat(AssignmentProposal.of(succession(same), Map.of(), TWO, FOUR).get("C1"))
                .isEqualTo(new Proposed(new Assignment(coach(2), List.of(driver(4))), Source.KEPT, 0));
        assertThat(AssignmentProposal.of(succession(longer), Map.of(), TWO, FOUR)
                        .get("C1"))
                .as("nine hours are too long for one driver, whoever it is")
                .satisfies(proposed -> {
                    assertThat(proposed.source()).isEqualTo(Source.AUTOMATIC);
                    assertThat(proposed.assignment().drivers()).isEmpty();
                });
    }

    @Test
    void whatIsMissingStaysOpen() {
        Proposed none = AssignmentProposal.of(
                        succession(open("C1", trip(0, 4, 2, 40, "a"))), Map.of(), List.of(), List.of(driver(1)))
                .get("C1");
        assertThat(none.assignment().coach()).isNull();
        assertThat(none.assignment().drivers()).containsExactly(driver(1));
    }

    /** Whatever is proposed obeys every rule but those about what is missing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void proposalsBreakNoRule(long seed) {
        Random random = new Random(seed);
        List<Coach> coaches =
                LongStream.rangeClosed(1, 9).mapToObj(Ordered::coach).toList();
        List<Driver> drivers =
                LongStream.rangeClosed(1, 20).mapToObj(Ordered::driver).toList();
        List<OrderSuccession.Trip> trips = new ArrayList<>();
        double leaves = 0;
        for (int i = 1; i <= 60; i++) {
            leaves += random.nextInt(5);
            int needed = 1 + random.nextInt(3);
            trips.add(open("C" + i, trip(leaves, leaves + 1 + random.nextInt(7 * needed), needed, 30, "g" + i)));
        }
        OrderSuccession all = new OrderSuccession(trips, List.of(), List.of(), List.of());
        Map<String, Proposed> proposed = AssignmentProposal.of(all, Map.of(), coaches, drivers);
        List<AssignmentFinding> findings = AssignmentCheck.check(
                trips.stream()
                        .map(one -> new AssignedTrip(
                                one.id(), one.content(), proposed.get(one.id()).assignment()))
                        .toList(),
                List.of(),
                List.of(Ordered.POOL));
        assertThat(findings)
                .as("seed " + seed)
                .allMatch(finding -> finding.rule().missing());
        assertThat(proposed.values().stream()
                        .filter(one -> one.assignment().coach() != null)
                        .count())
                .isGreaterThan(30);
    }
}
