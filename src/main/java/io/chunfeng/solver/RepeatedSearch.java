package io.chunfeng.solver;

import io.chunfeng.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/**
 * Searches a small problem several times, every thread alone and from a seed of its own, and keeps the best. A search of few
 * trips settles on a number of coaches and does not leave it, and threads that share a small solution spoil each other's moves.
 */
final class RepeatedSearch {
    /** Up to here one search is better than two of half the length. */
    private static final long ENOUGH_MILLIS = 4_000;

    private static final long ENOUGH_MOVES = 25_000;

    private final Assignment start;
    private final SolverFile file;
    private final Planner.Options options;
    private final Threads threads;
    private final Watch watch;
    private final SplittableRandom seeds;
    private final int rounds;
    private final long[] moves;
    private Assignment best;

    /** Told of a solution better than all before it; never by two threads at a time. */
    interface Progress {
        void improved(Assignment best, long moves);
    }

    RepeatedSearch(Assignment start, SolverFile file, Planner.Options options, Threads threads, Watch watch) {
        this.start = start;
        this.file = file;
        this.options = options;
        this.threads = threads;
        this.watch = watch;
        this.seeds = new SplittableRandom(options.seed());
        this.rounds = rounds();
        this.moves = new long[rounds * threads.count()];
    }

    /** The best solution, and the moves of all searches, of which the last report need not have known. */
    record Found(Assignment solution, long moves) {}

    Found run(Progress progress) {
        List<Assignment> found = new ArrayList<>();
        for (int round = 0; round < rounds && (round == 0 || !watch.over()); round++) {
            List<Callable<Assignment>> searches = new ArrayList<>();
            for (int i = 0; i < threads.count(); i++) {
                searches.add(search(round * threads.count() + i, end(rounds - round), progress));
            }
            found.addAll(threads.all(searches));
        }
        Assignment first = found.get(0);
        for (Assignment other : found) {
            first = other.getScore().compareTo(first.getScore()) > 0 ? other : first;
        }
        return new Found(first, movesOfAll());
    }

    private Callable<Assignment> search(int index, TerminationConfig end, Progress progress) {
        Assignment own = start.copy();
        own.use(threads, 1);
        Solver<Assignment> solver = file.solver(seeds.nextLong(), end);
        solver.addEventListener(event -> improved(event.getNewBestSolution(), index, solver, progress));
        return () -> {
            Assignment solution = watch.solve(solver, own);
            moves[index] = SolverPlanner.moves(solver);
            return solution;
        };
    }

    private synchronized void improved(Assignment solution, int index, Solver<Assignment> solver, Progress progress) {
        moves[index] = SolverPlanner.moves(solver);
        if (best == null || solution.getScore().compareTo(best.getScore()) > 0) {
            best = solution;
            progress.improved(best, movesOfAll());
        }
    }

    private long movesOfAll() {
        long all = 0;
        for (long own : moves) {
            all += own;
        }
        return all;
    }

    /** Of a longer run, part goes into more searches and part into longer ones. */
    private int rounds() {
        double lengths = options.steps() != Planner.Options.UNLIMITED
                ? (double) options.steps() / threads.count() / ENOUGH_MOVES
                : (double) watch.millisLeft() / ENOUGH_MILLIS;
        return Math.max(1, (int) Math.round(Math.sqrt(lengths)));
    }

    /** With a number of steps the clock has no part in the search: it only ends it. */
    private TerminationConfig end(int roundsLeft) {
        return options.steps() != Planner.Options.UNLIMITED
                ? new TerminationConfig().withScoreCalculationCountLimit(Math.max(1, options.steps() / moves.length))
                : new TerminationConfig().withMillisecondsSpentLimit(Math.max(1, watch.millisLeft() / roundsLeft));
    }
}
