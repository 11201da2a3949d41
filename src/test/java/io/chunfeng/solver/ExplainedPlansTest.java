package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Alternatives.Alternative;
import io.chunfeng.plan.CostComponent;
import io.chunfeng.plan.CostLine;
import io.chunfeng.plan.Explanations;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.VehicleExplanation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the problem: every fen is explained, every trip has its bounds, and no alternative is empty words. */
class ExplainedPlansTest {
    private final Planner planner = new SolverPlanner(Clock.systemUTC());
    private final Alternatives alternatives = new SolverAlternatives();

    static LongStream seeds() {
        return LongStream.range(1, 13);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void planIsExplained(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);
        Plan plan = planner.plan(
                problem,
                new Planner.Options(Path.of("solver-configs/quick.xml"), Duration.ofMillis(150), 1, null, null),
                progress -> {},
                () -> false);

        Explanations explanations = new Explanations(problem, plan);
        assertThat(explanations.costs().totalFen()).isEqualTo(plan.score().costFen());
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            VehicleExplanation explanation = explanations.of(trip.id()).orElseThrow();
            assertThat(explanation.costs().stream()
                            .filter(line -> line.component().compareTo(CostComponent.DRIVERS) <= 0)
                            .mapToLong(CostLine::fen)
                            .sum())
                    .isEqualTo(trip.costFen());
            assertThat(explanation.bounds()).hasSize(2);
            assertThat(explanation.sections()).allMatch(section -> section.freeSeats() >= 0 && section.persons() > 0);
        }
        for (int j = 0; j < Math.min(5, plan.journeys().size()); j++) {
            List<Alternative> found = alternatives.of(problem, plan, j);
            assertThat(found).hasSizeLessThanOrEqualTo(Alternatives.MOST);
            Plan.Journey own = plan.journeys().get(j);
            assertThat(found)
                    .allMatch(one -> one.journey().groupId().equals(own.groupId())
                            && one.journey().headcount() == own.headcount()
                            && !one.journey().equals(own));
        }
    }
}
