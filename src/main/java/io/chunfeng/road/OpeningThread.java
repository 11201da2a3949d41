package io.chunfeng.road;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that opens a map, and the group of those that the engine's reader starts for it. Where one of them dies, for example for want of
 * memory, the reader would wait for it for ever: the opening ends instead.
 */
final class OpeningThread extends ThreadGroup {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningThread.class);

    private final Callable<RoadNetwork> opening;
    private Thread thread;
    private volatile Throwable deadly;
    private volatile boolean stopped;

    OpeningThread(Callable<RoadNetwork> opening) {
        super("map");
        this.opening = opening;
    }

    void start(Consumer<RoadNetwork> ready, Consumer<Throwable> failed) {
        thread = new Thread(this, () -> run(ready, failed), "map");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Consumer<RoadNetwork> ready, Consumer<Throwable> failed) {
        try {
            ready.accept(opening.call());
        } catch (Throwable e) {
            Throwable cause = deadly == null ? e : deadly;
            if (stopped) {
                LOG.debug("stopped while opening the map", cause);
            } else {
                failed.accept(cause);
            }
        }
    }

    @Override
    public void uncaughtException(Thread dead, Throwable cause) {
        deadly = cause;
        thread.interrupt();
    }

    /** @param patience how long to wait for its end */
    void stop(Duration patience) {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
