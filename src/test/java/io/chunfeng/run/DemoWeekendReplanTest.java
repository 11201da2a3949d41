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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's peak weekend on its map: one coach of a published plan fails. */
class DemoWeekendReplanTest {
    private static final LocalDate SATURDAY = LocalDate.of(2024, 2, 17);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long STEPS = 5_000;
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final double OTHERS = 0.05;

    private static PlanningProblem problem;
    private static Plan published;

    @BeforeAll
    static void publish() {
        problem = weekend();
        published = plan(problem, PATIENCE, STEPS);
    }

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

    /** Trips of the same pool that are out during this one, itself included. */
    private static long out(Plan plan, Plan.CoachTrip trip) {
        return plan.coachTrips().stream()
                .filter(other -> other.poolId().equals(trip.poolId())
                        && other.busyFrom().isBefore(trip.busyUntil())
                        && trip.busyFrom().isBefore(other.busyUntil()))
                .count();
    }

    /** The fullest coach of a pool that has no other left; of any pool where none is used up. */
    private static Plan.CoachTrip hardestToReplace() {
        Map<String, Integer> coaches = new HashMap<>();
        problem.coachPools().forEach(pool -> coaches.put(pool.id(), pool.count()));
        return published.coachTrips().stream()
                .max(Comparator.comparing((Plan.CoachTrip trip) -> out(published, trip) >= coaches.get(trip.poolId()))
                        .thenComparingInt(trip -> riders(published, trip)))
                .orElseThrow();
    }

    @ParameterizedTest(name = "known {0} hours before it leaves")
    @ValueSource(ints = {1, 36})
    void aFailedCoachChangesLittleForOthers(int hours) {
        Plan.CoachTrip failed = hardestToReplace();
        Instant known = failed.busyFrom().minus(Duration.ofHours(hours));
        PlanningProblem replanning = Replanning.problem(
                problem,
                published,
                new Changes(known, Set.of(), List.of(new Change.CoachFailed(failed.id(), known, failed.busyUntil()))));

        Plan plan = plan(replanning, AT_MOST, Planner.Options.UNLIMITED);

        PlanChanges.Totals totals =
                PlanChanges.between(problem, published, replanning, plan).totals();
        int riders = riders(published, failed);
        assertThat(totals.changed())
                .isLessThanOrEqualTo((int) (riders + OTHERS * published.kpis().persons()));
        assertThat(totals.withdrawn()).isZero();
    }
}
