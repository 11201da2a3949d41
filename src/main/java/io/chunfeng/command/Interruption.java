package io.chunfeng.command;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C (or a termination request) into a wish to stop, and keeps the process alive until the work has been closed. The
 * process then ends with the exit code of the signal: 130 for Ctrl-C, 143 for a termination request.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop-planning");
    private volatile boolean requested;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean requested() {
        return requested;
    }

    private void stopAndWait() {
        requested = true;
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                requested = true; // the process began to end this very moment; the hook ends by itself
            }
        }
    }
}
