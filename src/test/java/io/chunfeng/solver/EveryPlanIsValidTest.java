package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the problem: no plan with a violation is ever returned, and after every move the score is what it would be if
 * worked out anew (OptaPlanner's FULL_ASSERT). The seed is the test's name.
 */
class EveryPlanIsValidTest {
    private static final Path FULL_ASSERT = Path.of("src/test/resources/io/chunfeng/solver/full-assert.xml");
    private static final int MOVES = 200;
    private final Planner planner = new SolverPlanner(Clock.systemUTC());

    static LongStream seeds() {
        long first = Long.getLong("chunfeng.first-seed", 1);
        return LongStream.range(first, first + 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void planIsValid(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);

        Plan plan = plan(problem, null);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
    }

    /** Half of a plan is pinned, the rest planned anew: what is pinned stays, and everything is valid again. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsToPin")
    void planAroundPinnedPartsIsValid(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);
        PlanningProblem pinned = pinHalf(problem, plan(problem, null));

        Plan plan = plan(pinned, null);

        assertThat(PlanChecker.check(pinned, plan)).isEmpty();
        assertThat(plan.coachTrips()).containsAll(pinned.pinned().coachTrips());
        assertThat(plan.journeys()).containsAll(pinned.pinned().journeys());
    }

    static LongStream seedsToPin() {
        return LongStream.range(1000, 1040);
    }

    /** Starting from a plan loses nothing of it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsToPin")
    void planFromAnEarlierPlanIsNotWorse(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);
        Plan earlier = plan(problem, null);

        Plan plan = plan(problem, earlier);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        assertThat(plan.score().unserved()).isLessThanOrEqualTo(earlier.score().unserved());
    }

    /** Where a few of each group do not come, what is left of a part may be too small to travel by itself (H15). */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfNoShows")
    void planWithoutThoseWhoDoNotComeIsValid(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);
        Plan published = plan(problem, null, 20);
        Random random = new Random(seed);
        List<Change> missing = problem.groups().stream()
                .filter(group -> group.headcount() > 3)
                .<Change>map(group -> new Change.GroupResized(
                        group.id(), group.headcount() - 1 - random.nextInt(3), Math.min(1, group.wheelchairs())))
                .toList();

        PlanningProblem changed =
                Replanning.problem(problem, published, new Changes(problem.asOf(), Set.of(), missing));

        assertThat(PlanChecker.check(changed, plan(changed, null, 1))).isEmpty();
    }

    static LongStream seedsOfNoShows() {
        return LongStream.range(2000, 2040);
    }

    private Plan plan(PlanningProblem problem, Plan start) {
        return plan(problem, start, MOVES);
    }

    private Plan plan(PlanningProblem problem, Plan start, long moves) {
        return planner.plan(
                problem,
                new Planner.Options(FULL_ASSERT, Duration.ofMinutes(5), moves, 2, 1, null, start),
                progress ->
                        assertThat(PlanChecker.check(problem, progress.plan())).isEmpty(),
                () -> false);
    }

    static PlanningProblem pinHalf(PlanningProblem problem, Plan plan) {
        Set<String> coaches = new HashSet<>();
        List<Plan.Journey> journeys = plan.journeys().stream()
                .filter(journey -> journey.groupId().hashCode() % 2 == 0)
                .toList();
        journeys.forEach(journey -> journey.legs().forEach(leg -> coaches.add(leg.vehicle())));
        // who shares a pinned coach is pinned as well, and so are the coaches of those, and so on
        boolean grown = true;
        while (grown) {
            journeys = plan.journeys().stream()
                    .filter(journey -> journey.groupId().hashCode() % 2 == 0
                            || journey.legs().stream().anyMatch(leg -> coaches.contains(leg.vehicle())))
                    .toList();
            int before = coaches.size();
            journeys.forEach(journey -> journey.legs().forEach(leg -> coaches.add(leg.vehicle())));
            grown = coaches.size() > before;
        }
        return new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                problem.emergency(),
                problem.places(),
                problem.matrix(),
                problem.groups(),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                problem.rules(),
                new PlanningProblem.Pinned(
                        plan.coachTrips().stream()
                                .filter(trip -> coaches.contains(trip.id()))
                                .toList(),
                        plan.trainBookings().stream()
                                .filter(booking -> coaches.contains(booking.serviceId()))
                                .toList(),
                        plan.flightBookings().stream()
                                .filter(booking -> coaches.contains(booking.flightId()))
                                .toList(),
                        journeys));
    }
}
