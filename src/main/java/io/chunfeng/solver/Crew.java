package io.chunfeng.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Several threads that make moves from the same solution at the same time. The search takes the moves one by one; those
 * that touch what an accepted move has changed meanwhile are thrown away. Which worker makes which move does not depend
 * on time, so that the same seed and number of threads give the same moves.
 */
final class Crew {
    /** Of each worker before they wait for one another: a move is often done sooner than a thread is woken. */
    private static final int MOVES_A_ROUND = 8;

    private final List<RuinRecreate> workers = new ArrayList<>();
    private final Threads threads;
    private final Deque<AssignmentMove> made = new ArrayDeque<>();
    /** What the search has been given since it last went on. */
    private final List<AssignmentMove> given = new ArrayList<>();

    /** @param threads with room for all workers; null when the only one works in the calling thread */
    Crew(Assignment solution, Threads threads, int size, long seed, int maxGroups) {
        this.threads = threads;
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
        if (workers.size() == 1) {
            made.add(move(workers.get(0)));
            return;
        }
        threads.all(workers.stream().map(this::moves).toList()).forEach(moves -> made.addAll(Arrays.asList(moves)));
    }

    private Callable<AssignmentMove[]> moves(RuinRecreate worker) {
        return () -> {
            AssignmentMove[] moves = new AssignmentMove[MOVES_A_ROUND];
            Arrays.setAll(moves, i -> move(worker));
            return moves;
        };
    }

    private AssignmentMove move(RuinRecreate worker) {
        if (threads != null) {
            threads.giveWay();
        }
        return worker.next();
    }
}
