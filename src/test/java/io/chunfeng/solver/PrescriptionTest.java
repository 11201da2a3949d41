package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.ProblemChange;
import io.chunfeng.plan.RemedyAction;
import io.chunfeng.plan.UnservedReason;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Each remedy, applied to the problem, lets the people travel when it is planned again; one unit less does not. */
class PrescriptionTest {
    private static final EnumSet<Mode> COACH = EnumSet.of(Mode.COACH);
    private static final EnumSet<Mode> RAIL = EnumSet.of(Mode.RAIL);
    private static final EnumSet<Mode> AIR = EnumSet.of(Mode.AIR);
    private static final String FROM = "2024-02-17T06:00";
    private static final String UNTIL = "2024-02-18T22:00";

    private final Planner planner = new SolverPlanner(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private Plan plan(PlanningProblem problem) {
        Plan plan = planner.plan(
                problem,
                new Planner.Options(Path.of("solver-configs/standard.xml"), Duration.ofMillis(300), 1, null, null),
                progress -> {},
                () -> false);
        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        return plan;
    }

    private static Problems line() {
        return new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("b", 40, "1401")
                .place("w", 300, "4401");
    }

    private static Problems rail() {
        return new Problems()
                .place("a", 10, "1401")
                .place("station", 11, "1401")
                .place("far-station", 1500, "4401")
                .place("w", 1501, "4401");
    }

    /** The only unserved group's remedy; applied, everybody travels at the stated price. */
    private ProblemChange remedy(PlanningProblem problem, UnservedReason reason, RemedyAction action) {
        Plan plan = plan(problem);
        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(reason);
        Plan.Remedy remedy = plan.unserved().get(0).remedy();
        assertThat(remedy.action()).isEqualTo(action.name());
        ProblemChange change = ProblemChange.of(remedy).orElseThrow();

        PlanningProblem changed = change.applied(problem);
        Plan after = plan(changed);
        assertThat(after.unserved()).isEmpty();
        long statedFen = new BigDecimal(remedy.details().get("costYuan"))
                .movePointRight(2)
                .longValueExact();
        // planning anew may be cheaper than keeping every other trip, never dearer
        assertThat(after.score().costFen() - plan.score().costFen()).isLessThanOrEqualTo(statedFen);
        return change;
    }

    private void notEnough(PlanningProblem problem, ProblemChange less) {
        assertThat(plan(less.applied(problem)).unserved()).as(less.toString()).isNotEmpty();
    }

    @Test
    void theLeastLaterArrivalInHours() {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20, 0, 1, COACH, FROM, "2024-02-17T09:00")
                .build();
        ProblemChange change = remedy(problem, UnservedReason.WINDOW_TOO_SHORT, RemedyAction.LATER_ARRIVAL);
        // 290 km at 80 km/h from 06:00
        assertThat(change).isEqualTo(new ProblemChange.LaterArrival("g", Problems.at("2024-02-17T10:00")));
        notEnough(problem, new ProblemChange.LaterArrival("g", Problems.at("2024-02-17T09:37")));
    }

    @Test
    void anEarlierDepartureWhereTheTrainLeavesTooEarly() {
        PlanningProblem problem = rail().train(
                        "t", "station", "2024-02-17T05:30", "far-station", "2024-02-17T12:00", 118, 1)
                .group("g", "a", "w", 20, 0, 20, RAIL, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.WINDOW_TOO_SHORT, RemedyAction.EARLIER_DEPARTURE);
        assertThat(change).isEqualTo(new ProblemChange.EarlierDeparture("g", Problems.at("2024-02-17T05:00")));
        notEnough(problem, new ProblemChange.EarlierDeparture("g", Problems.at("2024-02-17T05:31")));
    }

    @Test
    void asManyCoachesAsAreMissing() {
        // 150 persons, 48 seats each: four coaches, one is there
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 150, 0, 1, COACH, FROM, "2024-02-17T13:00")
                .build();
        ProblemChange change = remedy(problem, UnservedReason.CAPACITY_TAKEN, RemedyAction.ADD_COACH);
        assertThat(change).isEqualTo(new ProblemChange.MoreCoaches("p", 3));
        notEnough(problem, new ProblemChange.MoreCoaches("p", 2));
    }

    @Test
    void asManyCarriagesAsAreMissing() {
        PlanningProblem problem = rail().train(
                        "t", "station", "2024-02-17T12:00", "far-station", "2024-02-17T22:00", 50, 1)
                .group("g", "a", "w", 151, 0, 1, RAIL, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.CAPACITY_TAKEN, RemedyAction.ADD_CARRIAGE);
        assertThat(change).isEqualTo(new ProblemChange.MoreCarriages("t", 3));
        notEnough(problem, new ProblemChange.MoreCarriages("t", 2));
    }

    @Test
    void asManySeatsAsAreMissing() {
        PlanningProblem problem = rail().flight(
                        "f", "station", "2024-02-17T12:00", "far-station", "2024-02-17T14:00", 30, 1)
                .group("g", "a", "w", 37, 0, 1, AIR, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.CAPACITY_TAKEN, RemedyAction.ADD_SEATS);
        assertThat(change).isEqualTo(new ProblemChange.MoreSeats("f", 7));
        notEnough(problem, new ProblemChange.MoreSeats("f", 6));
    }

    @Test
    void asManyPeopleAsTheFlightLacks() {
        PlanningProblem problem = rail().flight(
                        "f", "station", "2024-02-17T12:00", "far-station", "2024-02-17T14:00", 150, 52)
                .group("g", "a", "w", 40, 0, 40, AIR, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.BELOW_MINIMUM, RemedyAction.FILL_SERVICE);
        assertThat(change).isEqualTo(new ProblemChange.FewerForMinimum("f", 12));
        notEnough(problem, new ProblemChange.FewerForMinimum("f", 11));
    }

    @Test
    void theLargestPartThatFits() {
        // 40 persons on coaches of 21 seats: two of 20, or 21 and 19
        PlanningProblem problem = line().pool("p", "depot", "1401", 22, 9)
                .group("g", "a", "w", 40, 0, 40, COACH, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.PART_TOO_LARGE, RemedyAction.ALLOW_PART);
        assertThat(change).isEqualTo(new ProblemChange.SmallerPart("g", 20));
        notEnough(problem, new ProblemChange.SmallerPart("g", 21));
    }

    @Test
    void anotherMode() {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 40, 0, 40, AIR, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.NO_SERVICE_OF_MODE, RemedyAction.ALLOW_MODE);
        assertThat(change).isEqualTo(new ProblemChange.AnotherMode("g", Mode.COACH));
        notEnough(problem, new ProblemChange.AnotherMode("g", Mode.RAIL));
    }

    @Test
    void coachesFromElsewhereInAnEmergency() {
        PlanningProblem problem = line().pool("p", "depot", "1402", 49, 1)
                .group("g", "a", "w", 20, 0, 1, COACH, FROM, UNTIL)
                .build();
        remedy(problem, UnservedReason.NO_HOME_COACH, RemedyAction.EMERGENCY);
    }

    @Test
    void asManyWheelchairSpacesAsAreMissing() {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20, 2, 20, COACH, FROM, UNTIL)
                .build();
        ProblemChange change = remedy(problem, UnservedReason.NO_WHEELCHAIR_SPACE, RemedyAction.ADD_WHEELCHAIR_SPACE);
        assertThat(change).isEqualTo(new ProblemChange.MoreWheelchairSpaces("p", 2));
        notEnough(problem, new ProblemChange.MoreWheelchairSpaces("p", 1));
    }

    @Test
    void withoutARoadOnlyThePlacesCanBeWrong() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20)
                .cut("a", "w")
                .build());
        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.UNREACHABLE);
        assertThat(plan.unserved().get(0).remedy().action()).isEqualTo(RemedyAction.CHECK_PLACES.name());
    }

    @Test
    void twoFaultsAtOnceHaveNoSingleRemedy() {
        // neither admitted mode nor time enough
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20, 0, 20, AIR, FROM, "2024-02-17T08:00")
                .build());
        assertThat(plan.unserved().get(0).remedy().action()).isEqualTo(RemedyAction.NONE.name());
    }
}
