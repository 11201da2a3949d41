package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.solver.RoutingProblems.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds for every kind and size: above no plan that serves everybody, and not so low that they say nothing. */
class BoundsTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration SHORT_LIMIT = Duration.ofSeconds(1);
    private static final int MOST_GROUPS_FOR_TRIPS = 3;
    /** Explaining who of many groups is left takes longer than planning. */
    private static final int MOST_GROUPS_TO_PLAN = 6;

    private static Plan plan(PlanningProblem problem, int steps) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/quick.xml"), Duration.ofSeconds(60), steps, 1, 1, null, null),
                        progress -> {},
                        () -> false);
    }

    /** Stronger is only what looks at whole trips; both are below the plan. */
    @Test
    void sharesAreBelowPlansAndBelowTripsOfRandomProblems() {
        int compared = 0;
        int compareTrips = 0;
        for (long seed = 1; compared < 100; seed++) {
            PlanningProblem problem = seed % 3 == 0
                    ? ProblemGenerator.problem(seed)
                    : WeekendProblems.weekend(1 + (int) (seed % MOST_GROUPS_TO_PLAN), seed);
            OptionalDouble shares = ShareBound.of(problem);
            if (shares.isEmpty() || problem.groups().size() > MOST_GROUPS_TO_PLAN) {
                continue;
            }
            Plan plan = plan(problem, 10);
            if (!plan.unserved().isEmpty()) {
                continue;
            }
            compared++;
            assertThat(PlanChecker.check(problem, plan)).isEmpty();
            assertThat(shares.getAsDouble())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(plan.score().costFen())
                    .isGreaterThan(plan.score().costFen() * 0.05);
            if (compareTrips < 25 && problem.groups().size() <= MOST_GROUPS_FOR_TRIPS) {
                PlanningProblem free = plain(problem);
                Optional<LowerBound.Bound> trips = LowerBound.of(free, 0, SHORT_LIMIT);
                if (trips.isPresent()) {
                    compareTrips++;
                    assertThat(ShareBound.of(free).orElseThrow())
                            .as("seed %s", seed)
                            .isLessThan(trips.get().relaxationFen() * (1 + 1e-5) + 10);
                }
            }
        }
        assertThat(compareTrips).isGreaterThan(5);
    }

    /** Without what the shares count more exactly: parts with a feeder, stops that are no rests, days before the window. */
    private static PlanningProblem plain(PlanningProblem problem) {
        Rules r = problem.rules();
        Rules.Weights w = r.weights();
        Rules.DriverHours h = r.driverHours();
        Rules free = new Rules(
                r.maxBoardingStops(),
                r.maxAlightingStops(),
                r.stopSeconds(),
                r.walkMetres(),
                r.maxFeederMetres(),
                r.checkInSecondsRail(),
                r.checkInSecondsAir(),
                r.egressSecondsRail(),
                r.egressSecondsAir(),
                r.maxRideRatio(),
                r.rideSlackSeconds(),
                r.maxDrivers(),
                r.homeEnd(),
                new Rules.DriverHours(
                        false,
                        h.dayContinuousSeconds(),
                        h.nightContinuousSeconds(),
                        h.nightFrom(),
                        h.nightTo(),
                        h.restSeconds(),
                        h.secondsPerDriverPer24h(),
                        h.secondDriverMetres(),
                        h.secondDriverExpresswayMetres(),
                        h.curfewFrom(),
                        h.curfewTo(),
                        h.curfewExemptMetres()),
                new Rules.Weights(w.unservedByPriority(), w.fenPerPassengerHour(), w.fenPerPassengerTransfer(), 0, 0));
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
                free,
                problem.pinned());
    }

    /** On a full coach everybody pays exactly a share. */
    @Test
    void sharesOfOneFullCoachAreItsCost() {
        PlanningProblem problem = new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("w", 100, "4401")
                .pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 48)
                .build();

        assertThat(plan(problem, 50).score().costFen() - ShareBound.of(problem).orElseThrow())
                .isBetween(0.0, 10.0);
    }

    /** The coach of another prefecture has to call at home on the way, at another rider's place. */
    @Test
    void aForeignCoachDrivesHomeWithPassengers() {
        Problems near =
                new Problems().place("depot", 0, "1402").place("a", 10, "1401").place("w", 100, "4401");
        double foreign = ShareBound.of(near.pool("p", "depot", "1402", 49, 5)
                        .group("g1", "a", "w", 48)
                        .build())
                .orElseThrow();
        double own = ShareBound.of(new Problems()
                        .place("depot", 0, "1402")
                        .place("a", 10, "1401")
                        .place("w", 100, "4401")
                        .pool("p", "depot", "1401", 49, 5)
                        .group("g1", "a", "w", 48)
                        .build())
                .orElseThrow();

        long loadedInsteadOfEmptyFen = 10 * (500 + 49 * 10 - 500);
        assertThat(foreign - own).isBetween(loadedInsteadOfEmptyFen - 2.0, loadedInsteadOfEmptyFen + 2.0);
    }

    @Test
    void nothingIsProvenWhereSomebodyCannotTravel() {
        PlanningProblem problem = new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("w", 100, "4401")
                .pool("p", "depot", "1401", 49, 5)
                .cut("a", "w")
                .group("g1", "a", "w", 48)
                .build();

        assertThat(Bounds.of(problem)).isEmpty();
    }

    /** Ways over other places are found through more than one block of rows, and both kinds of ways stay as they are. */
    @Test
    void shortestWaysAreThoseOfPlainFloydAndWarshall() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 45;
        int[][] direct = new int[n][n];
        long[][] plain = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                direct[i][j] = i == j ? 0 : random.nextInt(12) == 0 ? 1 + random.nextInt(9_000) : -1;
                plain[i][j] = direct[i][j] < 0 ? ShortestWays.NONE : direct[i][j];
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    plain[i][j] = Math.min(plain[i][j], plain[i][k] + plain[k][j]);
                }
            }
        }

        int[][] ways = ShortestWays.of(direct);

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat((long) ways[i][j]).isEqualTo(plain[i][j]);
            }
        }
    }

    /** In fen; a bit below what was measured, and never above the best known. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"Taillard_03-FSMFD, 113800", "Taillard_13-FSMFD, 295900", "Taillard_15-HVRPFD-once, 292000"})
    void routesOfPublishedProblems(String name, long leastFen) {
        assumeTrue(Files.isDirectory(Path.of("../shared/data/benchmarks")), "the benchmark problems are not here");

        double bound = RouteBound.of(BenchmarkProblem.named(name), LIMIT).orElseThrow();

        assertThat(bound)
                .isGreaterThan(leastFen)
                .isLessThanOrEqualTo(
                        KnownValues.read().reference(name).orElseThrow().fen());
    }

    /** Small enough that the routes are nearly whole: with coaches without limit, with kilometres alone, and with few coaches. */
    @ParameterizedTest
    @ValueSource(strings = {"FSMFD", "FSMF", "FSMD", "HVRPFD", "HVRPD"})
    void routesAreBelowPlans(String variant) {
        for (long seed = 1; seed <= 4; seed++) {
            PlanningProblem problem = RoutingProblems.random(Variant.valueOf(variant), 9, seed);
            Plan plan = plan(problem, 300);
            assertThat(plan.unserved()).isEmpty();

            Bounds.Proven bound = Bounds.of(problem).orElseThrow();

            assertThat(bound.method()).isEqualTo(Bounds.Method.ROUTES);
            assertThat(bound.boundFen())
                    .isLessThanOrEqualTo(plan.score().costFen())
                    .isGreaterThan(plan.score().costFen() * 0.75);
        }
    }

    @Test
    void methodFollowsKindAndSize() {
        assertThat(Bounds.of(ExactCases.problem(ExactCases.Kind.FEEDERS, 1)))
                .hasValueSatisfying(bound -> assertThat(bound.method()).isEqualTo(Bounds.Method.TRIPS));
        assertThat(Bounds.of(WeekendProblems.weekend(150, 1)))
                .hasValueSatisfying(bound -> assertThat(bound.methodName()).isEqualTo("shares"));
        assertThat(Bounds.of(RoutingProblems.random(Variant.FSMFD, 12, 1)))
                .hasValueSatisfying(bound -> assertThat(bound.method()).isEqualTo(Bounds.Method.ROUTES));
    }

    /** In fen; a bit below what was measured. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"shanxi-40-seed1, 75000000", "shanxi-150-seed3, 313000000"})
    void sharesOfWeekendProblems(String name, long leastFen) {
        Path file = Path.of("../shared/data/benchmarks", name + ".json");
        assumeTrue(Files.exists(file), "the benchmark problems are not here: " + file);

        assertThat(ShareBound.of(ProblemReader.read(file)).orElseThrow()).isGreaterThan(leastFen);
    }
}
