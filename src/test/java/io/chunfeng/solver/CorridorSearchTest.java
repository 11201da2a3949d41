package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Searching by corridors: the same promises as searching as a whole, with blocks so small that each problem has some. */
class CorridorSearchTest {
    private static final Path FULL_ASSERT = Path.of("src/test/resources/io/chunfeng/solver/full-assert.xml");
    private static final Path STANDARD = Path.of("solver-configs/standard.xml");
    private static final PlanningProblem WEEKEND = WeekendProblems.weekend(60, 3);

    static LongStream seeds() {
        return LongStream.range(2000, 2080);
    }

    /** Every plan on the way as well; each block's score is worked out anew after every move. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void planIsValid(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);

        Plan plan = plan(problem, FULL_ASSERT, 300, 2, 1, null);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2200, 2201, 2202, 2203, 2204, 2205, 2206, 2207, 2208, 2209})
    void planAroundPinnedPartsIsValid(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);
        PlanningProblem pinned = EveryPlanIsValidTest.pinHalf(problem, plan(problem, FULL_ASSERT, 100, 2, 1, null));

        Plan plan = plan(pinned, FULL_ASSERT, 300, 2, 1, null);

        assertThat(PlanChecker.check(pinned, plan)).isEmpty();
        assertThat(plan.coachTrips()).containsAll(pinned.pinned().coachTrips());
        assertThat(plan.journeys()).containsAll(pinned.pinned().journeys());
    }

    @Test
    void searchesOnFromAnEarlierPlan() {
        Plan earlier = plan(WEEKEND, STANDARD, 400, 2, 1, null);

        Plan plan = plan(WEEKEND, STANDARD, 400, 2, 1, earlier);

        assertThat(PlanChecker.check(WEEKEND, plan)).isEmpty();
        assertThat(plan.score().unserved()).isLessThanOrEqualTo(earlier.score().unserved());
        assertThat(plan.score().costFen()).isLessThan(earlier.score().costFen());
    }

    @ParameterizedTest(name = "{0} threads, seed {1}")
    @CsvSource({"1, 1", "2, 1", "3, 1", "2, 2"})
    void samePlan(int threads, long seed) {
        Plan first = plan(WEEKEND, STANDARD, 400, threads, seed, null);
        Plan second = plan(WEEKEND, STANDARD, 400, threads, seed, null);

        assertThat(second.coachTrips()).isEqualTo(first.coachTrips());
        assertThat(second.journeys()).isEqualTo(first.journeys());
        assertThat(second.score()).isEqualTo(first.score());
    }

    /** What a block gains is what the whole gains, to the fen. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20, 34, 55, 2100})
    void whatBlocksGainTheWholeGains(long seed) {
        Assignment whole = constructed(ProblemGenerator.problem(seed));
        Planner.Options options = new Planner.Options(STANDARD, Duration.ofMinutes(1), seed, null, null);
        for (Block block : new Corridors(whole.instance()).cut(whole, 8, new SplittableRandom(seed))) {
            Excerpt excerpt = new Excerpt(whole, block);
            HardMediumSoftLongScore blockBefore = score(excerpt.assignment());
            HardMediumSoftLongScore wholeBefore = score(whole);

            Assignment best = SolverFile.read(options)
                    .solver(seed, new TerminationConfig().withScoreCalculationCountLimit(300L))
                    .solve(excerpt.assignment());
            excerpt.putBack(best);

            HardMediumSoftLongScore gain = best.getScore().subtract(blockBefore);
            assertThat(score(whole).subtract(wholeBefore)).isEqualTo(gain);
            assertThat(gain.hardScore()).isZero();
            assertThat(gain).isGreaterThanOrEqualTo(HardMediumSoftLongScore.ZERO);
        }
    }

    /** Everybody is in one block, whoever shares a coach in the same one. */
    @ParameterizedTest(name = "blocks of {0}")
    @ValueSource(ints = {1, 15, 1000})
    void everyPartIsInOneBlock(int weight) {
        Assignment whole = constructed(WEEKEND);

        List<Block> blocks = new Corridors(whole.instance()).cut(whole, weight, new SplittableRandom(1));

        List<GroupPart> parts = new ArrayList<>();
        BitSet coaches = new BitSet();
        for (Block block : blocks) {
            parts.addAll(block.parts);
            BitSet here = new BitSet();
            block.parts.forEach(part -> {
                for (int slot : part.getItinerary().coaches()) {
                    here.set(slot);
                }
            });
            assertThat(here.intersects(coaches)).isFalse();
            coaches.or(here);
        }
        assertThat(parts)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(whole.getParts().stream()
                        .filter(part -> part.getItinerary() != null)
                        .toList());
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(weight == 1000 ? 1 : 4);
    }

    @Test
    void stopEndsItWithTheBestSoFar() {
        AtomicBoolean stop = new AtomicBoolean();
        long begin = System.nanoTime();

        Plan plan = new SolverPlanner(Clock.systemUTC(), () -> {}, 0, 15)
                .plan(
                        WEEKEND,
                        new Planner.Options(STANDARD, Duration.ofMinutes(10), 1, null, null),
                        progress -> stop.set(true),
                        stop::get);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        assertThat(PlanChecker.check(WEEKEND, plan)).isEmpty();
    }

    @Test
    void endsInTime() {
        long begin = System.nanoTime();

        Plan plan = new SolverPlanner(Clock.systemUTC(), () -> {}, 0, 15)
                .plan(
                        WEEKEND,
                        new Planner.Options(STANDARD, Duration.ofSeconds(3), 1, null, null),
                        progress -> {},
                        () -> false);

        // the time is used, and not much more on a busy machine
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(30));
        assertThat(PlanChecker.check(WEEKEND, plan)).isEmpty();
    }

    private static Assignment constructed(PlanningProblem problem) {
        Assignment whole = Start.of(new Instance(problem), null);
        Construction.fill(whole, () -> false);
        return whole;
    }

    private static HardMediumSoftLongScore score(Assignment solution) {
        AssignmentScore score = new AssignmentScore();
        score.resetWorkingSolution(solution);
        return score.calculateScore();
    }

    private static Plan plan(PlanningProblem problem, Path config, long moves, int threads, long seed, Plan start) {
        return new SolverPlanner(Clock.systemUTC(), () -> {}, 0, 15)
                .plan(
                        problem,
                        new Planner.Options(config, Duration.ofMinutes(10), moves, threads, seed, null, start),
                        progress -> assertThat(PlanChecker.check(problem, progress.plan()))
                                .isEmpty(),
                        () -> false);
    }
}
