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
    /** One more move a worker and round for so many groups: the larger the problem, the less moves touch each other. */
    private static final int GROUPS_PER_MOVE = 100;

    private static final int MOST_MOVES = 8;

    private final List<RuinRecreate> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final int movesPerWorker;
    private final Deque<AssignmentMove> made = new ArrayDeque<>();
    private AssignmentMove last;

    /** @param threads for all workers but one, which works in the calling thread; null when it is the only one */
    Crew(Assignment solution, ExecutorService threads, int size, long seed, int maxGroups) {
        this.threads = threads;
        int groups = solution.instance().groups.size();
        this.movesPerWorker = 8;
        SplittableRandom seeds = new SplittableRandom(seed);
        Neighbours neighbours = new Neighbours(solution.instance());
        for (int i = 0; i < size; i++) {
            workers.add(new RuinRecreate(solution, neighbours, seeds.split(), maxGroups));
        }
    }

    /** The search goes on from this solution: the last move was accepted, if it is there. */
    void goOnFrom(Assignment solution) {
        if (last != null && last.isIn(solution)) {
            AssignmentMove accepted = last;
            workers.forEach(worker -> worker.follow(accepted));
            made.removeIf(move -> move.touches(accepted));
        }
        last = null;
    }

    AssignmentMove next() {
        if (made.isEmpty()) {
            make();
        }
        last = made.poll();
        return last;
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
