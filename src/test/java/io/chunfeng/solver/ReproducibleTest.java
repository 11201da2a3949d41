package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed, configuration, threads and number of steps give the same plan, however the threads are scheduled. */
class ReproducibleTest {
    /** Small problems are searched by each thread alone, larger ones by all threads together. */
    @ParameterizedTest(name = "{0} groups, {1} threads, seed {2}")
    @CsvSource({"60, 1, 1", "60, 2, 1", "60, 3, 1", "60, 2, 2", "101, 1, 1", "101, 2, 1", "101, 3, 1"})
    void samePlan(int groups, int threads, long seed) {
        PlanningProblem problem = WeekendProblems.weekend(groups, 3);
        Plan first = plan(problem, threads, seed);
        Plan second = plan(problem, threads, seed);

        assertThat(second.coachTrips()).isEqualTo(first.coachTrips());
        assertThat(second.journeys()).isEqualTo(first.journeys());
        assertThat(second.score()).isEqualTo(first.score());
    }

    private static Plan plan(PlanningProblem problem, int threads, long seed) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"),
                                Duration.ofMinutes(10),
                                400,
                                threads,
                                seed,
                                null,
                                null),
                        progress -> {},
                        () -> false);
    }
}
