package io.chunfeng.road;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A map that is opened in a thread of its own: tells how far it is, and answers when it is ready. */
public final class OpeningNetwork implements ForwardingRoads {
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final String description;
    private final OpeningListener listener;
    private final CompletableFuture<RoadNetwork> opened = new CompletableFuture<>();
    private final OpeningThread thread;
    private final long begun = System.nanoTime();
    private volatile RoadNetwork network;
    private volatile Opening latest =
            new Opening(Opening.State.PREPARING, OpeningStage.CHECKING, 0, 0, Duration.ZERO, null);

    OpeningNetwork(String description, OpeningListener listener, Function<OpeningListener, RoadNetwork> opener) {
        this.description = description;
        this.listener = listener;
        this.thread = new OpeningThread(() -> opener.apply(this::reached));
        thread.start(this::ready, this::failed);
    }

    private void reached(OpeningStage stage, long done, long total) {
        latest = new Opening(Opening.State.PREPARING, stage, done, total, elapsed(), null);
        listener.at(stage, done, total);
    }

    private void ready(RoadNetwork loaded) {
        network = loaded;
        latest = new Opening(Opening.State.READY, OpeningStage.LOADING, 0, 0, elapsed(), null);
        opened.complete(loaded);
    }

    private void failed(Throwable cause) {
        MapFormatException failure = OpeningFailure.words(description, cause);
        Opening before = latest;
        latest = new Opening(Opening.State.FAILED, before.stage(), before.done(), before.total(), elapsed(), failure);
        opened.completeExceptionally(failure);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How far it is now. */
    public Opening opening() {
        Opening now = latest;
        return now.state() == Opening.State.PREPARING
                ? new Opening(now.state(), now.stage(), now.done(), now.total(), elapsed(), null)
                : now;
    }

    /** Tells the end once, ready or failed: at once where it is over. */
    public void whenOver(Consumer<Opening> told) {
        opened.whenComplete((loaded, failure) -> told.accept(latest));
    }

    /**
     * Waits.
     *
     * @return whether it is ready within this time
     * @throws MapFormatException when it failed
     */
    public boolean await(Duration atMost) throws InterruptedException {
        try {
            opened.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw latest.failure();
        } catch (OutOfMemoryError e) {
            close(); // the opening has all of it
            throw OpeningFailure.words(description, e);
        }
    }

    @Override
    public boolean preparing() {
        return latest.state() == Opening.State.PREPARING;
    }

    /** Refusals are thrown anew each time, with the stack of who asked. */
    @Override
    public RoadNetwork roads() {
        if (latest.state() == Opening.State.FAILED) {
            throw new MapFormatException(latest.failure().getMessage(), latest.failure());
        }
        RoadNetwork loaded = network;
        if (loaded == null) {
            throw new MapNotReadyException();
        }
        return loaded;
    }

    @Override
    public String description() {
        return description;
    }

    /** Stops an opening that goes on; waits for it only a moment, since it is no harm to a process that ends. */
    @Override
    public void close() {
        thread.stop(CLOSING);
        opened.thenAccept(RoadNetwork::close);
    }
}
