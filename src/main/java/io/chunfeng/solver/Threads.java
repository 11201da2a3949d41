package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** The calling thread and others, which a run of the planner uses. */
final class Threads implements AutoCloseable {
    private final int count;
    private final ExecutorService others;
    private final Runnable giveWay;

    /**
     * @param count with the calling thread
     * @param giveWay called by each thread between two moves; may wait
     */
    Threads(int count, Runnable giveWay) {
        this.count = count;
        this.giveWay = giveWay;
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), named("planner-crew"));
    }

    int count() {
        return count;
    }

    void giveWay() {
        giveWay.run();
    }

    /** Results in the order of the tasks. The first is done by the calling thread, which waits for the others. */
    <T> List<T> all(List<? extends Callable<T>> tasks) {
        List<Future<T>> submitted = new ArrayList<>();
        tasks.subList(1, tasks.size()).forEach(task -> submitted.add(others.submit(task)));
        List<T> results = new ArrayList<>();
        try {
            results.add(tasks.get(0).call());
            for (Future<T> other : submitted) {
                results.add(other.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while planning", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a planning thread failed: " + e.getCause(), e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a planning thread failed: " + e, e);
        }
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
