package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.plan.format.ProblemWriter;
import io.chunfeng.solver.RoutingProblems.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingProblemsTest {

    @ParameterizedTest
    @EnumSource
    void isReadBackTheSameAndSameSeedGivesTheSame(Variant variant, @TempDir Path folder) throws IOException {
        PlanningProblem problem = RoutingProblems.random(variant, 30, 2);
        ProblemWriter.write(problem, folder.resolve("problem.json"));
        PlanningProblem read = ProblemReader.read(folder.resolve("problem.json"));

        assertThat(read.groups())
                .isEqualTo(RoutingProblems.random(variant, 30, 2).groups());
        assertThat(read.coachPools()).isEqualTo(problem.coachPools());
        assertThat(read.matrix().metres()).isDeepEqualTo(problem.matrix().metres());
        assertThat(read.matrix().seconds()).isDeepEqualTo(problem.matrix().seconds());
    }

    @Test
    void variantsDifferInLimitsAndCosts() {
        CoachPool both = biggest(Variant.FSMFD);
        CoachPool fixed = biggest(Variant.FSMF);
        CoachPool kilometres = biggest(Variant.FSMD);
        CoachPool limited = biggest(Variant.HVRPFD);

        assertThat(both.count()).isEqualTo(30);
        assertThat(limited.count()).isBetween(1, 5);
        assertThat(List.of(both.dispatchFen(), fixed.dispatchFen(), kilometres.dispatchFen(), limited.dispatchFen()))
                .containsExactly(36_000L, 36_000L, 0L, 36_000L);
        assertThat(List.of(both.fenPerEmptyKm(), fixed.fenPerEmptyKm(), kilometres.fenPerLoadedKm()))
                .containsExactly(210L, 100L, 210L);
    }

    private static CoachPool biggest(Variant variant) {
        return RoutingProblems.random(variant, 30, 2).coachPools().get(3);
    }

    /** In the literature a vehicle goes once; here the coaches that are back might leave again if there was time. */
    @ParameterizedTest
    @EnumSource(names = {"HVRPFD", "HVRPD"})
    void aLimitedFleetCannotGoTwice(Variant variant) {
        PlanningProblem problem = RoutingProblems.random(variant, 100, 1);
        int depot = problem.matrix().index().get("depot");
        int[][] seconds = problem.matrix().seconds();
        int customers = problem.groups().size();
        int shortestOut = IntStream.rangeClosed(1, customers)
                .map(i -> seconds[depot][i])
                .min()
                .orElseThrow();
        int longestHop = IntStream.rangeClosed(1, customers)
                .flatMap(i -> Arrays.stream(seconds[i]))
                .max()
                .orElseThrow();

        for (CoachPool pool : problem.coachPools()) {
            long available = Duration.between(pool.availableFrom(), pool.availableUntil())
                    .toSeconds();
            assertThat(2L * shortestOut).isGreaterThan(available);
            assertThat(available).isGreaterThan(shortestOut + (customers + 1L) * longestHop);
        }
    }

    @Test
    void aLimitedFleetCarriesEverybody() {
        PlanningProblem problem = RoutingProblems.random(Variant.HVRPFD, 20, 3);
        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(Path.of("solver-configs/quick.xml"), Duration.ofSeconds(3), 1, null, null),
                        progress -> {},
                        () -> false);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        assertThat(plan.unserved()).isEmpty();
        for (CoachPool pool : problem.coachPools()) {
            assertThat(plan.coachTrips().stream().filter(trip -> trip.poolId().equals(pool.id())))
                    .hasSizeLessThanOrEqualTo(pool.count());
        }
    }

    @Test
    void nobodyCanBeSplitAndEverybodyFits() {
        PlanningProblem problem = RoutingProblems.random(Variant.HVRPFD, 100, 1);
        long seats = problem.coachPools().stream()
                .mapToLong(pool -> (long) pool.count() * (pool.approvedSeats() - 1))
                .sum();

        assertThat(problem.groups()).allMatch(group -> group.minPart() == group.headcount());
        assertThat(problem.groups()).allMatch(group -> group.headcount() < 40);
        assertThat((double) seats
                        / problem.groups().stream().mapToInt(Group::headcount).sum())
                .isBetween(1.3, 1.7);
    }
}
