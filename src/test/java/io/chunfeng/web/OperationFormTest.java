package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.Violation;
import io.chunfeng.storage.PublishedPlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What forms of the desk say: on the edge, one past it, and for a draft that has changed since. */
class OperationFormTest {
    private static final PublishedPlans.Made MADE = PublishedPlans.of(List.of(LifePages.OWN, LifePages.OTHER));
    private static final DeskView DESK =
            DeskView.of(PlanView.of(new StoredPlan(1, Instant.EPOCH, MADE.problem(), MADE.plan())));
    private static final String TRIP = MADE.plan().coachTrips().get(0).id();
    private static final String PART = DraftPart.of(MADE.plan(), 0).key();

    private static OperationForm form(String op, String persons, String target, String trip) {
        return new OperationForm(op, PART, TRIP, null, persons, target, trip, "pool", null, PART, "2024-02-17T06:00");
    }

    @Test
    void peopleAreAWholeNumberFromOne() {
        assertThat(form("move", " 1 ", "off", null).operation(DESK))
                .isEqualTo(new Operation.Move(0, 1, new Target.Off()));
        for (String wrong : new String[] {"0", "-1", "1.5", "", null, "1000000", "二"}) {
            assertThatThrownBy(() -> form("split", wrong, null, null).operation(DESK))
                    .as("persons " + wrong)
                    .isInstanceOf(OperationForm.BadFormException.class)
                    .hasMessage("draft.bad.persons");
        }
    }

    @Test
    void aTripIsFoundAsItIsTyped() {
        assertThat(form("move", "1", "trip", " " + TRIP.toLowerCase() + " ").operation(DESK))
                .isEqualTo(new Operation.Move(0, 1, new Target.OnTrip(TRIP)));
        assertThatThrownBy(() -> form("merge", null, null, "C0").operation(DESK))
                .hasMessage("draft.bad.trip")
                .satisfies(e -> assertThat(((OperationForm.BadFormException) e).detail())
                        .isEqualTo(TRIP));
    }

    @Test
    void timesAreThoseOfShanghai() {
        assertThat(form("departure", null, null, null).operation(DESK))
                .isEqualTo(new Operation.ChangeDeparture(TRIP, Instant.parse("2024-02-16T22:00:00Z")));
        OperationForm late = new OperationForm(
                "departure", null, TRIP, null, null, null, null, null, null, null, "2024-02-30T06:00");
        assertThatThrownBy(() -> late.operation(DESK)).hasMessage("draft.bad.departure");
    }

    @Test
    void whatIsNoOperationIsRefused() {
        assertThatThrownBy(() -> form("fly", null, null, null).operation(DESK)).hasMessage("draft.bad.op");
        assertThatThrownBy(() -> form(null, null, null, null).operation(DESK)).hasMessage("draft.bad.op");
        assertThatThrownBy(() -> form("remedy", null, null, null).operation(DESK))
                .hasMessage("draft.bad.choice");
    }

    /** The index is another one in the next version; the people are the same. */
    @Test
    void peopleAreFoundAgainWhereTheyAreNow() {
        List<Plan.Journey> turned = new ArrayList<>(MADE.plan().journeys());
        Collections.reverse(turned);
        assertThat(turned).hasSizeGreaterThan(1);
        Plan after = with(turned);
        OperationForm moved = form("move", "1", "off", null).movedTo(after);
        assertThat(moved.operation(DESK)).isEqualTo(new Operation.Move(turned.size() - 1, 1, new Target.Off()));

        turned.replaceAll(journey ->
                new Plan.Journey(journey.groupId(), journey.headcount() + 1, journey.wheelchairs(), journey.legs()));
        assertThat(form("move", "1", "off", null).movedTo(with(turned)))
                .as("other people now")
                .isNull();
        assertThat(form("join", null, null, null).movedTo(with(List.of()))).isNull();
        OperationForm whole = new OperationForm("drop", null, TRIP, null, null, null, null, null, null, null, null);
        assertThat(whole.movedTo(with(List.of()))).isEqualTo(whole);
    }

    private static Plan with(List<Plan.Journey> journeys) {
        Plan plan = MADE.plan();
        return new Plan(
                plan.problemId(),
                plan.solverConfig(),
                plan.seed(),
                plan.mapSha256(),
                plan.codeVersion(),
                plan.createdAt(),
                plan.coachTrips(),
                plan.trainBookings(),
                plan.flightBookings(),
                journeys,
                plan.unserved(),
                plan.score(),
                plan.kpis());
    }

    @Test
    void faultsNameTheTripsConcerned() {
        Plan.CoachTrip trip = MADE.plan().coachTrips().get(0);
        List<DeskFault> faults = DeskFault.of(
                DESK.view(),
                List.of(
                        new Violation(Rule.H06, "coach trip " + TRIP, "…"),
                        new Violation(Rule.H02, "journeys[0] of " + LifePages.OWN.id(), "…"),
                        new Violation(
                                Rule.H04,
                                "coach pool " + trip.poolId(),
                                "…",
                                "COACHES",
                                List.of(2, trip.busyFrom(), 0, 1)),
                        new Violation(
                                Rule.H04,
                                "coach pool " + trip.poolId(),
                                "…",
                                "COACHES",
                                List.of(2, trip.busyUntil(), 0, 1)),
                        new Violation(Rule.H17, "group G9", "…")));
        assertThat(faults.get(0).vehicles()).containsExactly(TRIP);
        assertThat(faults.get(1).vehicles()).containsExactly(TRIP);
        assertThat(faults.get(2).vehicles()).as("out from that moment").contains(TRIP);
        assertThat(faults.get(3).vehicles()).as("back at that moment").doesNotContain(TRIP);
        assertThat(faults.get(4).vehicles()).isEmpty();
        assertThat(faults.get(4).group()).isEqualTo("G9");
    }
}
