package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Thirty problems solved to proven optimality: the planner finds the optimum of each, to the fen. */
class ExactCasesTest {
    /** Ten seconds are allowed; most need less. */
    private static final int[] SECONDS = {1, 3, 10};

    static Stream<Arguments> cases() {
        return Stream.of(ExactCases.Kind.values())
                .flatMap(kind -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void plannerFindsTheOptimum(ExactCases.Kind kind, long seed) {
        PlanningProblem problem = ExactCases.problem(kind, seed);
        OptionalLong optimum = ExactSolver.optimumFen(problem);
        assertThat(optimum).as("proven optimum").isPresent();

        Plan plan = null;
        for (int seconds : SECONDS) {
            plan = plan(problem, seconds);
            assertThat(PlanChecker.check(problem, plan)).isEmpty();
            if (plan.unserved().isEmpty() && plan.score().costFen() <= optimum.getAsLong()) {
                break;
            }
        }

        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.score().costFen()).isEqualTo(optimum.getAsLong());
    }

    private static Plan plan(PlanningProblem problem, int seconds) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"), Duration.ofSeconds(seconds), 1, null, null),
                        progress -> {},
                        () -> false);
    }
}
