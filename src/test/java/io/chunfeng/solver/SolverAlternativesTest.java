package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Alternatives.Alternative;
import io.chunfeng.plan.Alternatives.Kind;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.Violation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What else the people of a journey could ride, at what price, breaking what. */
class SolverAlternativesTest {
    private static final EnumSet<Mode> COACH = EnumSet.of(Mode.COACH);

    private final Planner planner = new SolverPlanner(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Alternatives alternatives = new SolverAlternatives();

    private Plan plan(PlanningProblem problem) {
        Plan plan = planner.plan(
                problem,
                new Planner.Options(Path.of("solver-configs/standard.xml"), Duration.ofMillis(500), 1, null, null),
                progress -> {},
                () -> false);
        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        assertThat(plan.unserved()).isEmpty();
        return plan;
    }

    private static Problems line() {
        return new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("b", 40, "1401")
                .place("w", 300, "4401");
    }

    private static int journeyOf(Plan plan, String group) {
        for (int j = 0; j < plan.journeys().size(); j++) {
            if (plan.journeys().get(j).groupId().equals(group)) {
                return j;
            }
        }
        throw new AssertionError("no journey of " + group);
    }

    @Test
    void whoSharesACoachCouldHaveTheirOwnForADispatchMore() {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 5)
                .group("g", "a", "w", 20)
                .group("h", "b", "w", 20)
                .build();
        Plan plan = plan(problem);
        assertThat(plan.coachTrips()).hasSize(1);

        List<Alternative> found = alternatives.of(problem, plan, journeyOf(plan, "h"));

        assertThat(found).isNotEmpty();
        Alternative own = found.get(0);
        assertThat(own.kind()).isEqualTo(Kind.OWN_COACH);
        assertThat(own.valid()).isTrue();
        assertThat(own.poolId()).isEqualTo("p");
        // alone it is the cheapest plan with two coaches: exactly what planning each group by itself costs
        long together = plan.score().costFen();
        long apart = plan(line().pool("p", "depot", "1401", 49, 5)
                                .group("g", "a", "w", 20)
                                .build())
                        .score()
                        .costFen()
                + plan(line().pool("p", "depot", "1401", 49, 5)
                                .group("h", "b", "w", 20)
                                .build())
                        .score()
                        .costFen();
        assertThat(own.differenceFen()).isEqualTo(apart - together);
    }

    @Test
    void oneSeatTooFewOnTheOtherCoachIsSaidWithItsRule() {
        // 22 and 26 fill a coach of 48 seats; 23 and 26 do not
        PlanningProblem full = line().pool("p", "depot", "1401", 49, 5)
                .group("g", "a", "w", 23, 0, 23, COACH, "2024-02-17T06:00", "2024-02-18T22:00")
                .group("h", "a", "w", 26, 0, 26, COACH, "2024-02-17T06:00", "2024-02-18T22:00")
                .build();
        Plan plan = plan(full);
        assertThat(plan.coachTrips()).hasSize(2);

        List<Alternative> found = alternatives.of(full, plan, journeyOf(plan, "g"));

        Alternative overfull = found.stream()
                .filter(one -> one.kind() == Kind.OTHER_TRIP)
                .findFirst()
                .orElseThrow();
        assertThat(overfull.broken()).extracting(Violation::rule).containsExactly(Rule.H01);
        assertThat(overfull.broken().get(0).message()).contains("49 passengers").contains("48 seats");
        assertThat(overfull.broken().get(0).key()).isEqualTo("SEATS");
        assertThat(overfull.differenceFen()).isNegative();
    }

    @Test
    void aFlightBelowItsMinimumIsShownWithWhatItLacks() {
        PlanningProblem problem = new Problems()
                .place("a", 0, "1401")
                .place("airport", 1, "1401")
                .place("far-airport", 600, "4401")
                .place("w", 601, "4401")
                .pool("p", "a", "1401", 49, 5)
                .flight("f", "airport", "2024-02-17T12:00", "far-airport", "2024-02-17T14:00", 150, 41)
                .group("g", "a", "w", 40)
                .build();
        Plan plan = plan(problem);
        assertThat(plan.coachTrips()).hasSize(1);

        List<Alternative> found = alternatives.of(problem, plan, 0);

        Alternative flight = found.stream()
                .filter(one -> one.kind() == Kind.FLIGHT)
                .findFirst()
                .orElseThrow();
        assertThat(flight.broken()).extracting(Violation::rule).containsExactly(Rule.H13);
        assertThat(flight.broken().get(0).key()).isEqualTo("MINIMUM");
    }

    @Test
    void aTrainWithFeedersIsPricedOnTheWholePlan() {
        PlanningProblem problem = new Problems()
                .place("a", 10, "1401")
                .place("station", 60, "1401")
                .place("far-station", 900, "4401")
                .place("w", 940, "4401")
                .pool("here", "a", "1401", 49, 5)
                .pool("there", "w", "4401", 49, 5)
                .train("t", "station", "2024-02-17T12:00", "far-station", "2024-02-17T18:00", 118, 2)
                .group("g", "a", "w", 40)
                .build();
        Plan plan = plan(problem);

        List<Alternative> found = alternatives.of(problem, plan, 0);

        assertThat(found).hasSizeBetween(1, Alternatives.MOST);
        assertThat(found.stream().filter(Alternative::valid)).isNotEmpty();
        String main = plan.journeys().get(0).legs().size() == 1 ? "TRAIN" : "OWN_COACH";
        assertThat(found).extracting(one -> one.kind().name()).contains(main);
        // the plan is the cheapest: no valid alternative is cheaper
        assertThat(found.stream().filter(Alternative::valid)).allMatch(one -> one.differenceFen() >= 0);
    }

    @Test
    void thereIsNothingElseForWhatIsPinned() {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 5)
                .group("g", "a", "w", 20)
                .build();
        Plan plan = plan(problem);
        PlanningProblem pinned = problem.withPinned(
                new PlanningProblem.Pinned(plan.coachTrips(), List.of(), List.of(), plan.journeys()));

        assertThat(alternatives.of(pinned, plan, 0)).isEmpty();
    }
}
