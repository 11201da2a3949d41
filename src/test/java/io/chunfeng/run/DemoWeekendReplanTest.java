package io.chunfeng.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The demo's peak weekend on its map: one coach of a published plan fails. */
class DemoWeekendReplanTest {
    private static final LocalDate SATURDAY = LocalDate.of(2024, 2, 17);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long STEPS = 5_000;
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final double OTHERS = 0.05;

    private static PlanningProblem weekend() {
        DemoCampaign demo = DemoCampaign.shanxi2024();
        RunRequest request = new RunRequest(
                SATURDAY,
                SATURDAY.plusDays(1),
                SATURDAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(),
                "quick.xml",
                10,
                1);
        PlanningProblem bare = ProblemBuilder.build(
                1,
                request,
                new ProblemBuilder.Offer(
                        demo.campaign(),
                        demo.places(),
                        demo.groups().stream()
                                .filter(group -> request.from().equals(group.preferredDate())
                                        || request.to().equals(group.preferredDate()))
                                .toList(),
                        demo.coachPools(),
                        demo.trainServices(),
                        demo.flights()));
        try (RoadNetwork roads =
                RoadNetworks.open(MapSource.find(Path.of("maps"), null), Path.of("target", "graphs"))) {
            return bare.withMatrix(NeededDrives.matrix(bare, roads));
        }
    }

    private static Plan plan(PlanningProblem problem, Duration limit, long steps) {
        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(Path.of("solver-configs/quick.xml"), limit, steps, 2, 1, null, null),
                        progress -> {},
                        () -> false);
        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        return plan;
    }

    private static int riders(Plan plan, Plan.CoachTrip trip) {
        return plan.journeys().stream()
                .filter(journey ->
                        journey.legs().stream().anyMatch(leg -> leg.vehicle().equals(trip.id())))
                .mapToInt(Plan.Journey::headcount)
                .sum();
    }

    @Test
    void aFailedCoachChangesLittleForOthers() {
        PlanningProblem problem = weekend();
        Plan published = plan(problem, PATIENCE, STEPS);
        Plan.CoachTrip failed = published.coachTrips().stream()
                .max(Comparator.comparingInt(trip -> riders(published, trip)))
                .orElseThrow();
        Changes changes = new Changes(
                failed.busyFrom().minusSeconds(3600),
                Set.of(),
                List.of(new Change.CoachFailed(failed.id(), failed.busyFrom().minusSeconds(3600), failed.busyUntil())));

        PlanningProblem replanning = Replanning.problem(problem, published, changes);
        Plan plan = plan(replanning, AT_MOST, Planner.Options.UNLIMITED);

        PlanChanges.Totals totals =
                PlanChanges.between(problem, published, replanning, plan).totals();
        int riders = riders(published, failed);
        assertThat(totals.changed())
                .isLessThanOrEqualTo((int) (riders + OTHERS * published.kpis().persons()));
        assertThat(totals.withdrawn()).isZero();
    }
}
