package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bound that is above any valid plan is no bound. */
class LowerBoundTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Larger ones take minutes. */
    private static final int MOST_GROUPS = 15;

    private static final int MOVES = 300;

    private static Plan plan(PlanningProblem problem) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/quick.xml"), Duration.ofSeconds(20), MOVES, 1, 1, null, null),
                        progress -> {},
                        () -> false);
    }

    @Test
    void noPlanOfRandomProblemsThatServesEverybodyIsCheaper() {
        int compared = 0;
        for (long seed = 1; compared < 40; seed++) {
            PlanningProblem problem = ProblemGenerator.problem(seed);
            Plan plan = problem.groups().size() > MOST_GROUPS ? null : plan(problem);
            if (plan == null || !plan.unserved().isEmpty()) {
                continue;
            }
            assertThat(PlanChecker.check(problem, plan)).isEmpty();
            Optional<LowerBound.Bound> bound = LowerBound.of(problem, 10, LIMIT);
            if (bound.isPresent()) {
                compared++;
                assertThat(bound.get().boundFen())
                        .as("seed %s, %s", seed, bound.get())
                        .isLessThanOrEqualTo(plan.score().costFen())
                        .isGreaterThanOrEqualTo(bound.get().wholeCoachFen());
                assertThat(bound.get().wholeCoachFen())
                        .isGreaterThanOrEqualTo(bound.get().relaxationFen() - 10);
            }
        }
    }

    /** 53 seats with two drivers: 54 people need two coaches, of which the linear program would take 54/53. */
    @Test
    void coachesAreWhole() {
        Problems problem = new Problems()
                .place("depot", 0, "1401")
                .place("a", 0.5, "1401")
                .place("w", 1000, "4401")
                .pool("p", "depot", "1401", 55, 5);
        LowerBound.Bound bound = LowerBound.of(problem.group("g1", "a", "w", 54).build(), 0, LIMIT)
                .orElseThrow();

        assertThat(bound.wholeCoachFen()).isGreaterThan(bound.relaxationFen() * 3 / 2);
    }

    /** On a plain trip nothing is left out, so that bound and plan are the same. */
    @Test
    void boundOfOneFullCoachIsItsCost() {
        PlanningProblem problem = new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("w", 100, "4401")
                .pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 48)
                .build();

        LowerBound.Bound bound = LowerBound.of(problem, 10, LIMIT).orElseThrow();

        assertThat(plan(problem).score().costFen() - bound.boundFen()).isBetween(0L, 10L);
    }

    /** In fen; a bit below what was measured (src/docs/decisions), so that a weaker bound is noticed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"shanxi-40-seed1, 87100000", "shanxi-40-seed2, 72750000"})
    void boundsOfTheWeekendProblems(String name, long leastFen) {
        Path file = Path.of("../shared/data/benchmarks", name + ".json");
        assumeTrue(Files.exists(file), "the benchmark problems are not here: " + file);

        LowerBound.Bound bound =
                LowerBound.of(ProblemReader.read(file), 0, LIMIT).orElseThrow();

        assertThat(bound.boundFen()).isGreaterThan(leastFen);
    }
}
