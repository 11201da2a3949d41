package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.solver.RoutingProblems.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JspritPeerTest {
    private static final Duration A_MOMENT = Duration.ofMillis(400);

    @ParameterizedTest
    @CsvSource({"FSMFD, 1", "FSMF, 2", "HVRPFD, 1", "HVRPFD, 2", "HVRPD, 1"})
    void solvesTheSameProblemAtTheSameCost(Variant variant, int threads) {
        PlanningProblem problem = RoutingProblems.random(variant, 20, 4);
        Map<String, Group> groups = problem.groups().stream().collect(Collectors.toMap(Group::id, Function.identity()));
        Map<String, Integer> index = problem.matrix().index();

        JspritPeer.Result result =
                JspritPeer.solve(problem, A_MOMENT, 1, threads).orElseThrow();

        assertThat(result.unservedGroups()).isEmpty();
        assertThat(result.trips().stream().flatMap(trip -> trip.groups().stream()))
                .containsExactlyInAnyOrderElementsOf(groups.keySet());
        double fen = 0;
        for (CoachPool pool : problem.coachPools()) {
            assertThat(result.trips().stream().filter(trip -> trip.poolId().equals(pool.id())))
                    .hasSizeLessThanOrEqualTo(pool.count());
            for (JspritPeer.Trip trip : result.trips()) {
                if (trip.poolId().equals(pool.id())) {
                    assertThat(trip.groups().stream()
                                    .mapToInt(id -> groups.get(id).headcount())
                                    .sum())
                            .isLessThan(pool.approvedSeats());
                    fen += pool.dispatchFen()
                            + pool.fenPerLoadedKm() / 1000.0 * metres(problem, index, pool.depot(), trip, groups);
                }
            }
        }
        assertThat(result.costFen() / fen).isBetween(0.9999, 1.0001);
    }

    private static long metres(
            PlanningProblem problem,
            Map<String, Integer> index,
            String depot,
            JspritPeer.Trip trip,
            Map<String, Group> groups) {
        long metres = 0;
        String at = depot;
        for (String id : trip.groups()) {
            metres += problem.matrix()
                    .metres()[index.get(at)][index.get(groups.get(id).from())];
            at = groups.get(id).from();
        }
        return metres + problem.matrix().metres()[index.get(at)][index.get(depot)];
    }

    @Test
    void whatItCannotExpressItLeaves() {
        assertThat(JspritPeer.solve(WeekendProblems.weekend(10, 1), A_MOMENT, 1, 1))
                .isEmpty();
        assertThat(JspritPeer.solve(ProblemGenerator.problem(1), A_MOMENT, 1, 1))
                .isEmpty();
    }

    /** A plan below a best known value would show that the value belongs to another problem. */
    @ParameterizedTest
    @MethodSource("published")
    void nobodyBeatsAPublishedValue(KnownValues.Value best) {
        assumeTrue(Files.isDirectory(Path.of("../shared/data/benchmarks")), "the benchmark problems are not here");

        JspritPeer.Result result = JspritPeer.solve(BenchmarkProblem.named(best.problem()), A_MOMENT, 1, 1)
                .orElseThrow();

        assumeTrue(result.unservedGroups().isEmpty(), "too little time for this fleet: somebody is left");
        assertThat((double) result.costFen() / best.fen()).isBetween(0.9999, 1.4);
    }

    static Stream<KnownValues.Value> published() {
        return KnownValues.read().all().stream().filter(value -> value.kind() == KnownValues.Kind.BEST_KNOWN);
    }
}
