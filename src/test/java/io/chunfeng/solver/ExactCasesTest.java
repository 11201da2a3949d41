package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thirty problems solved to proven optimality: the planner finds the optimum of each, to the fen. The optima are those of
 * {@link ExactOptima}; {@link ExactSolver} proves the first of each kind again, and every one with
 * {@code -Dexact.all=true}, which takes some minutes.
 */
class ExactCasesTest {
    /** Ten seconds are allowed; most need much less. The last departures are worked out at the end of each. */
    private static final int[] MILLIS = {500, 2_000, 10_000};

    @TempDir
    Path folder;

    static List<ExactOptima.Optimum> cases() {
        return ExactOptima.read();
    }

    static List<ExactOptima.Optimum> proven() {
        return cases().stream()
                .filter(optimum -> Boolean.getBoolean("exact.all") || optimum.seed() == 1)
                .toList();
    }

    @Test
    void thereAreThirtyCasesOfEveryKind() {
        assertThat(cases()).hasSize(30);
        assertThat(cases()).extracting(ExactOptima.Optimum::kind).contains(ExactCases.Kind.values());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plannerFindsTheOptimum(ExactOptima.Optimum optimum) throws IOException {
        PlanningProblem problem = ExactCases.problem(optimum.kind(), optimum.seed());
        assertThat(ExactOptima.sha256(problem, folder))
                .as("the optimum is that of this problem")
                .isEqualTo(optimum.problemSha256());

        Plan plan = null;
        for (int millis : MILLIS) {
            plan = plan(problem, millis);
            assertThat(PlanChecker.check(problem, plan)).isEmpty();
            if (plan.unserved().isEmpty() && plan.score().costFen() <= optimum.fen()) {
                break;
            }
        }

        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.score().costFen()).isEqualTo(optimum.fen());
    }

    @ParameterizedTest
    @MethodSource("proven")
    void optimumIsProven(ExactOptima.Optimum optimum) {
        assertThat(ExactSolver.optimumFen(ExactCases.problem(optimum.kind(), optimum.seed())))
                .hasValue(optimum.fen());
    }

    /** Not a test but the way to make the file: only with {@code -Dexact.write=true}. */
    @Test
    void optimaAreWritten() throws IOException {
        assumeTrue(Boolean.getBoolean("exact.write"), "the file of optima is made with -Dexact.write=true");
        List<ExactOptima.Optimum> optima = new ArrayList<>();
        for (ExactCases.Kind kind : ExactCases.Kind.values()) {
            for (long seed = 1; seed <= 3; seed++) {
                PlanningProblem problem = ExactCases.problem(kind, seed);
                long fen = ExactSolver.optimumFen(problem).orElseThrow();
                optima.add(new ExactOptima.Optimum(kind, seed, fen, ExactOptima.sha256(problem, folder)));
            }
        }
        ExactOptima.write(optima);
        assertThat(optima).hasSize(30);
    }

    private static Plan plan(PlanningProblem problem, int millis) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"), Duration.ofMillis(millis), 1, null, null),
                        progress -> {},
                        () -> false);
    }
}
