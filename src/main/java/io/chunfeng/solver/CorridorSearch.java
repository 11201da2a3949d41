package io.chunfeng.solver;

import io.chunfeng.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/**
 * Searches a large solution block by block, each as a problem of its own, in rounds that cut it differently. Blocks that
 * have no coach, train or flight in common are searched at the same time.
 */
final class CorridorSearch {
    private static final int ROUNDS = 2;
    /** A block gets few moves for each of its parts: at the temperature of small problems most would only disturb it. */
    private static final double WARMTH = 0.15;

    /** What a further thread adds to the first within one block. */
    private static final double GAIN_PER_THREAD = 0.6;

    private final Assignment whole;
    private final SolverFile file;
    private final Planner.Options options;
    private final Threads threads;
    private final Watch watch;
    private final int blockWeight;
    private final SplittableRandom random;
    private long moves;

    private record Found(Assignment solution, long moves) {}

    /** @param whole improved in place */
    CorridorSearch(
            Assignment whole, SolverFile file, Planner.Options options, Threads threads, Watch watch, int blockWeight) {
        this.whole = whole;
        this.file = file;
        this.options = options;
        this.threads = threads;
        this.watch = watch;
        this.blockWeight = blockWeight;
        this.random = new SplittableRandom(options.seed());
    }

    /** @param progress told the number of moves after each change of the solution */
    void run(LongConsumer progress) {
        Corridors corridors = new Corridors(whole.instance());
        for (int round = 0; round < ROUNDS; round++) {
            List<Block> blocks = corridors.cut(whole, blockWeight, random.split());
            List<List<Block>> batches = Batches.of(blocks, threads.count());
            double effort = batches.stream().mapToDouble(this::effort).sum();
            double toCome = effort * (ROUNDS - round);
            int weight = blocks.stream().mapToInt(Block::weight).sum();
            for (List<Block> batch : batches) {
                if (watch.over()) {
                    return;
                }
                long millis = Math.max(1, (long) (watch.millisLeft() * effort(batch) / toCome));
                toCome -= effort(batch);
                search(batch, round, millis, weight);
                progress.accept(moves);
            }
        }
    }

    private int threadsEach(List<Block> batch) {
        return threads.count() / batch.size();
    }

    private double effort(List<Block> batch) {
        int heaviest = batch.stream().mapToInt(Block::weight).max().orElseThrow();
        return heaviest / (1 + GAIN_PER_THREAD * (threadsEach(batch) - 1));
    }

    private void search(List<Block> batch, int round, long millis, int weightOfAll) {
        List<Excerpt> excerpts =
                batch.stream().map(block -> new Excerpt(whole, block)).toList();
        List<Callable<Found>> searches = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Assignment start = excerpts.get(i).assignment();
            start.use(threads, threadsEach(batch));
            Solver<Assignment> solver = file.warm(WARMTH / (round + 1))
                    .solver(random.nextLong(), end(millis, (double) batch.get(i).weight() / weightOfAll));
            searches.add(() -> {
                Assignment best = watch.solve(solver, start);
                return new Found(
                        best,
                        ((DefaultSolver<Assignment>) solver).getSolverScope().getScoreCalculationCount());
            });
        }
        List<Found> found = threads.all(searches);
        for (int i = 0; i < found.size(); i++) {
            excerpts.get(i).putBack(found.get(i).solution);
            moves += found.get(i).moves;
        }
    }

    /** With a number of steps the clock has no part in the search: it only ends it. */
    private TerminationConfig end(long millis, double share) {
        return options.steps() == Planner.Options.UNLIMITED
                ? new TerminationConfig().withMillisecondsSpentLimit(millis)
                : new TerminationConfig()
                        .withScoreCalculationCountLimit(Math.max(1, (long) (options.steps() * share / ROUNDS)));
    }
}
