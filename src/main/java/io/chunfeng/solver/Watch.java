package io.chunfeng.solver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.optaplanner.core.api.solver.Solver;

/** Ends the searches under way when the caller says stop or the time is over. */
final class Watch implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final BooleanSupplier stop;
    private final long endNanos;
    private final Set<Solver<Assignment>> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread;

    /** @param endNanos by {@link System#nanoTime} */
    Watch(BooleanSupplier stop, long endNanos) {
        this.stop = stop;
        this.endNanos = endNanos;
        thread = Executors.newSingleThreadScheduledExecutor(Threads.named("planner-stop-watch"));
        thread.scheduleWithFixedDelay(
                () -> {
                    if (over()) {
                        underWay.forEach(Solver::terminateEarly);
                    }
                },
                0,
                POLL_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    boolean over() {
        return stop.getAsBoolean() || System.nanoTime() - endNanos > 0;
    }

    long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
    }

    /** The best solution found from this one on. */
    Assignment solve(Solver<Assignment> solver, Assignment start) {
        underWay.add(solver);
        try {
            return solver.solve(start);
        } finally {
            underWay.remove(solver);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
