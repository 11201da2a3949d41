package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The national peak day of the benchmarks with a plan of it that is only just built: as large as a good one, in less time. */
public final class PeakDay {
    private PeakDay() {}

    public record Made(PlanningProblem problem, Plan plan) {}

    public static Made make() {
        PlanningProblem problem = BenchmarkProblem.named("peak-day-seed1");
        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/quick.xml"), Duration.ofMinutes(5), 1, 2, 1, null, null),
                        progress -> {},
                        () -> false);
        return new Made(problem, plan);
    }
}
