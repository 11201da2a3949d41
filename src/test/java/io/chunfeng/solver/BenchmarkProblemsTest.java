package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The problems of ../shared/data/benchmarks, planned for a few seconds: valid, and cheaper than planning by hand. */
class BenchmarkProblemsTest {
    private static final Path FOLDER = Path.of("../shared/data/benchmarks");

    /** The second column: what every group with its own coaches costs, in yuan, where that is known. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "shanxi-40-seed1, 1218665",
        "shanxi-40-seed2, 1126435",
        "shanxi-150-seed3, 4840610",
        "Taillard_03-FSMFD,",
        "Taillard_13-FSMFD,",
        "Taillard_15-HVRPFD,",
        "Taillard_17-FSMFD,"
    })
    void planIsValidAndCheaperThanByHand(String name, Long byHandYuan) {
        Path file = FOLDER.resolve(name + ".json");
        assumeTrue(Files.exists(file), "the benchmark problems are not here: " + file);
        PlanningProblem problem = ProblemReader.read(file);

        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"), Duration.ofSeconds(4), 1, null, null),
                        progress -> {},
                        () -> false);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        if (byHandYuan != null) {
            assertThat(plan.score().costFen()).isLessThan(byHandYuan * 90);
        }
        if (name.startsWith("shanxi-40")) {
            assertThat(plan.unserved()).isEmpty();
        }
    }
}
