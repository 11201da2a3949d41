package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Mode;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RemedyAction;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.UnservedReason;
import io.chunfeng.plan.Violation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What single changes by hand do to trips, and what they show instead of refusing. */
class SolverReworkingTest {
    private static final String FROM = "2024-02-17T06:00";
    private static final String UNTIL = "2024-02-18T22:00";

    private final SolverReworking reworking = new SolverReworking();

    /** Two groups a few kilometres apart, each of which fills a coach. */
    private static Problems line() {
        return new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("b", 40, "1401")
                .place("w", 300, "4401")
                .place("strangers", 20, "5101")
                .pool("P", "depot", "1401", 25, 4)
                .pool("S", "strangers", "5101", 25, 1)
                .group("g1", "a", "w", 20)
                .group("g2", "b", "w", 20);
    }

    private static Plan plan(PlanningProblem problem) {
        Plan plan = ChangesByHandTest.plan(problem, 1);
        assertThat(plan.unserved()).isEmpty();
        return plan;
    }

    private Plan after(PlanningProblem problem, Plan plan, Operation operation) {
        return reworking.apply(problem, plan, Set.of(), operation).plan();
    }

    private static int journey(Plan plan, String group) {
        List<String> groups =
                plan.journeys().stream().map(Plan.Journey::groupId).toList();
        assertThat(groups).contains(group);
        return groups.indexOf(group);
    }

    private static String trip(Plan plan, String group) {
        return plan.journeys().get(journey(plan, group)).legs().get(0).vehicle();
    }

    private static Set<Rule> broken(PlanningProblem problem, Plan plan) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        PlanChecker.check(problem, plan).stream().map(Violation::rule).forEach(rules::add);
        return rules;
    }

    @Test
    void tooManyOnACoachAreShownNotRefused() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);
        String into = trip(plan, "g2");

        Plan after =
                after(problem, plan, new Operation.Move(journey(plan, "g1"), 20, new Target.OnTrip(into)));

        assertThat(broken(problem, after)).containsExactly(Rule.H01);
        assertThat(after.coachTrips()).extracting(Plan.CoachTrip::id).containsExactly(into);
        assertThat(after.kpis().persons()).isEqualTo(40);
    }

    @Test
    void asManyAsFitMoveWithoutAnyHarm() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);

        Plan after = after(
                problem,
                plan,
                new Operation.Move(journey(plan, "g1"), 3, new Target.OnTrip(trip(plan, "g2"))));

        assertThat(broken(problem, after)).isEmpty();
        assertThat(after.journeys())
                .extracting(Plan.Journey::headcount)
                .containsExactlyInAnyOrder(17, 3, 20);
    }

    @Test
    void theTripLeavesWhenItIsToldTo() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);
        String trip = trip(plan, "g1");
        Instant late = Problems.at("2024-02-17T13:20");
        Instant tooEarly = Problems.at("2024-02-17T04:00");

        Plan afternoon = after(problem, plan, new Operation.ChangeDeparture(trip, late));
        assertThat(broken(problem, afternoon)).isEmpty();
        assertThat(afternoon.journeys().get(journey(plan, "g1")).legs().get(0).boardAt())
                .isEqualTo(late);

        Plan night = after(problem, plan, new Operation.ChangeDeparture(trip, tooEarly));
        assertThat(broken(problem, night)).containsExactly(Rule.H02);
        assertThat(night.journeys().get(journey(plan, "g1")).legs().get(0).boardAt())
                .isEqualTo(tooEarly);
        refused(Reason.NOTHING_CHANGES, problem, afternoon, new Operation.ChangeDeparture(trip, late));
    }

    @Test
    void aCoachFromElsewhereIsShown() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);

        Plan after = after(problem, plan, new Operation.ChangePool(trip(plan, "g1"), "S"));

        assertThat(broken(problem, after)).containsExactly(Rule.H10);
        assertThat(after.coachTrips()).hasSameSizeAs(plan.coachTrips());
    }

    @Test
    void whereNoRoadLeadsItIsRefused() {
        PlanningProblem problem = line().cut("strangers", "a").build();
        Plan plan = plan(problem);

        refused(
                Reason.NO_WAY,
                problem,
                plan,
                new Operation.Move(journey(plan, "g1"), 20, new Target.OnNewTrip("S")));
    }

    @Test
    void nonsenseIsRefused() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);
        int g1 = journey(plan, "g1");
        refused(Reason.UNKNOWN, problem, plan, new Operation.DropTrip("none"));
        refused(Reason.UNKNOWN, problem, plan, new Operation.Move(99, 1, new Target.Off()));
        refused(Reason.UNKNOWN, problem, plan, new Operation.Move(g1, 1, new Target.OnService("none")));
        refused(Reason.PERSONS, problem, plan, new Operation.Move(g1, 21, new Target.Off()));
        refused(Reason.PERSONS, problem, plan, new Operation.Move(g1, 0, new Target.Off()));
        refused(Reason.PERSONS, problem, plan, new Operation.Split(g1, 20));
        refused(Reason.PERSONS, problem, plan, new Operation.Board("g1", 1, new Target.OnNewTrip("P")));
        refused(Reason.NOT_ALIKE, problem, plan, new Operation.Join(g1, journey(plan, "g2")));
        refused(Reason.NOTHING_CHANGES, problem, plan, new Operation.Move(g1, 20, new Target.OnNewTrip("P")));
        refused(
                Reason.NOTHING_CHANGES,
                problem,
                plan,
                new Operation.Move(g1, 5, new Target.OnTrip(trip(plan, "g1"))));
    }

    private void refused(Reason reason, PlanningProblem problem, Plan plan, Operation operation) {
        assertThatThrownBy(() -> after(problem, plan, operation))
                .as(operation.toString())
                .isInstanceOfSatisfying(
                        RefusedOperationException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aTripWithTheSameStopsKeepsItsDay() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);

        Plan after = after(problem, plan, new Operation.Move(journey(plan, "g1"), 5, new Target.Off()));

        assertThat(after.coachTrips()).isEqualTo(plan.coachTrips());
        Plan.Unserved rest = after.unserved().get(0);
        assertThat(rest.headcount()).isEqualTo(5);
        assertThat(rest.reason()).isEqualTo(UnservedReason.CAPACITY_TAKEN);
        assertThat(rest.remedy().action()).isEqualTo(RemedyAction.NOT_TRIED.name());
        Plan back = after(problem, after, new Operation.Board("g1", 5, new Target.OnTrip(trip(plan, "g1"))));
        assertThat(back).isEqualTo(plan);
    }

    @Test
    void aNewTripHasANameThatWasNeverUsed() {
        PlanningProblem problem = line().build();
        Plan plan = plan(problem);
        Operation alone = new Operation.Move(journey(plan, "g1"), 5, new Target.OnNewTrip("P"));

        Set<String> used = Set.of("C3", "C4");
        Plan after = reworking.apply(problem, plan, used, alone).plan();

        assertThat(after.coachTrips()).extracting(Plan.CoachTrip::id).containsExactly("C1", "C2", "C5");
        assertThat(broken(problem, after)).isEmpty();
    }

    @Test
    void wheelchairUsersGoLast() {
        PlanningProblem problem = line().group(
                        "g3", "a", "w", 10, 0, 1, EnumSet.allOf(Mode.class), FROM, UNTIL)
                .build();
        Plan plan = plan(problem);
        Plan.Journey of = plan.journeys().get(journey(plan, "g3"));
        Plan.Journey withUsers = new Plan.Journey("g3", 10, 2, of.legs());
        HandPlan hand = new HandPlan(problem, plan, Set.of());
        hand.set(journey(plan, "g3"), withUsers);
        Plan users = hand.plan();

        Plan eight = after(problem, users, new Operation.Split(journey(plan, "g3"), 8));
        Plan nine = after(problem, users, new Operation.Split(journey(plan, "g3"), 9));

        assertThat(eight.journeys().get(eight.journeys().size() - 1).wheelchairs()).isZero();
        assertThat(nine.journeys().get(nine.journeys().size() - 1).wheelchairs())
                .isEqualTo(1);
    }

    @Test
    void aTrainBringsItsFeeders() {
        PlanningProblem problem = new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("station", 30, "1401")
                .place("far-station", 500, "4401")
                .place("w", 501, "4401")
                .pool("P", "depot", "1401", 45, 4)
                .group("g1", "a", "w", 20)
                .train("K1", "station", "2024-02-17T12:00", "far-station", "2024-02-17T18:00", 118, 2)
                .build();
        Plan plan = plan(problem);
        boolean byTrain = plan.kpis().personsRail() > 0;
        Target other = byTrain ? new Target.OnNewTrip("P") : new Target.OnService("K1");

        Plan after = after(problem, plan, new Operation.Move(0, 20, other));
        Plan back = after(
                problem,
                after,
                new Operation.Move(0, 20, byTrain ? new Target.OnService("K1") : new Target.OnNewTrip("P")));

        Plan rail = byTrain ? back : after;
        Plan road = byTrain ? after : back;
        assertThat(broken(problem, rail)).isEmpty();
        assertThat(broken(problem, road)).isEmpty();
        assertThat(rail.trainBookings()).extracting(Plan.TrainBooking::carriages).containsExactly(1);
        assertThat(road.trainBookings()).isEmpty();
        assertThat(rail.journeys().get(0).legs())
                .extracting(Plan.Leg::vehicle)
                .hasSize(2)
                .contains("K1");
        assertThat(road.coachTrips()).hasSize(1);
        assertThat(road.journeys().get(0).legs()).hasSize(1);
    }
}
