package io.chunfeng.storage;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Small real plans of one day of the demo campaign: coaches only, made by the solver on the default map. */
public final class PublishedPlans {
    public static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    public static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final RoadMatrix MATRIX = matrix();

    private PublishedPlans() {}

    public record Made(PlanningProblem problem, Plan plan) {}

    private static RoadMatrix matrix() {
        try (RoadNetwork roads =
                RoadNetworks.open(MapSource.find(Path.of("maps"), null), Path.of("target", "graphs"))) {
            return roads.matrix(DEMO.places());
        }
    }

    public static Made of(List<Group> groups) {
        return of(groups, DEMO.coachPools());
    }

    /** With these coaches only. */
    public static Made of(List<Group> groups, List<CoachPool> pools) {
        PlanningProblem problem = new PlanningProblem(
                "day",
                "one day",
                DAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(),
                false,
                DEMO.places(),
                MATRIX,
                groups,
                pools,
                List.of(),
                List.of(),
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/quick.xml"), Duration.ofMinutes(2), 400, 1, 7, "map", null),
                        progress -> {},
                        () -> false);
        return new Made(problem, plan);
    }
}
