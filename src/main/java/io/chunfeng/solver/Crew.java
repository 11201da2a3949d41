package io.chunfeng.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Several threads that make moves from the same solution at the same time. The search takes the moves one by one; those
 * that touch what an accepted move has changed meanwhile are thrown away. Which worker makes which move does not depend
 * on time, so that the same seed and number of threads give the same moves.
 */
final class Crew {
    /** Of each worker before they wait for one another: a move is often done sooner than a thread is woken. */
    private static final int MOVES_A_ROUND = 8;

    private final List<RuinRecreate> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final int movesPerWorker;
    private final Deque<AssignmentMove> made = new ArrayDeque<>();
    /** What the search has been given since it last went on. */
    private final List<AssignmentMove> given = new ArrayList<>();

    /** @param threads for all workers but one, which works in the calling thread; null when it is the only one */
    Crew(Assignment solution, ExecutorService threads, int size, long seed, int maxGroups) {
        this.threads = threads;
        this.movesPerWorker = size == 1 ? 1 : MOVES_A_ROUND;
        SplittableRandom seeds = new SplittableRandom(seed);
        Neighbours neighbours = new Neighbours(solution.instance());
        for (int i = 0; i < size; i++) {
            workers.add(new RuinRecreate(solution, neighbours, seeds.split(), maxGroups));
        }
    }

    /** The search goes on from this solution, in which at most one of the moves it was given has been made. */
    void goOnFrom(Assignment solution) {
        for (AssignmentMove move : given) {
            if (!move.isEmpty() && move.isIn(solution)) {
                workers.forEach(worker -> worker.follow(move));
                made.removeIf(other -> other.touches(move));
                break;
            }
        }
        given.clear();
    }

    AssignmentMove next() {
        if (made.isEmpty()) {
            make();
        }
        given.add(made.peek());
        return made.poll();
    }

    private void make() {
        List<Future<AssignmentMove[]>> others = new ArrayList<>();
        for (int w = 1; w < workers.size(); w++) {
            RuinRecreate worker = workers.get(w);
            others.add(threads.submit((Callable<AssignmentMove[]>) () -> moves(worker)));
        }
        made.addAll(Arrays.asList(moves(workers.get(0))));
        for (Future<AssignmentMove[]> other : others) {
            made.addAll(Arrays.asList(result(other)));
        }
    }

    private AssignmentMove[] moves(RuinRecreate worker) {
        AssignmentMove[] moves = new AssignmentMove[movesPerWorker];
        Arrays.setAll(moves, i -> worker.next());
        return moves;
    }

    private static AssignmentMove[] result(Future<AssignmentMove[]> other) {
        try {
            return other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while planning", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a planning thread failed: " + e.getCause(), e.getCause());
        }
    }
}
