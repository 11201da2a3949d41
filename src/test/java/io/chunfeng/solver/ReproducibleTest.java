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
    private static final PlanningProblem PROBLEM = WeekendProblems.weekend(60, 3);

    @ParameterizedTest(name = "{0} threads, seed {1}")
    @CsvSource({"1, 1", "2, 1", "3, 1", "2, 2"})
    void samePlan(int threads, long seed) {
        Plan first = plan(threads, seed);
        Plan second = plan(threads, seed);

        assertThat(second.coachTrips()).isEqualTo(first.coachTrips());
        assertThat(second.journeys()).isEqualTo(first.journeys());
        assertThat(second.score()).isEqualTo(first.score());
    }

    private static Plan plan(int threads, long seed) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        PROBLEM,
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
