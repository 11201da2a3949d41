package io.chunfeng.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets pages go first while a plan is computed, which takes every core: nobody at a desk should feel that the planner is
 * at work. The planner waits for pages that are being answered, but never more than half of its time.
 */
public final class PagesFirst implements Runnable {
    /** A page takes some ten milliseconds; what takes longer is no longer waited for. */
    static final Duration MOST = Duration.ofMillis(20);

    private static final long LOOK_NANOS = 500_000;

    private final AtomicInteger pages = new AtomicInteger();
    private final LongSupplier nanos;
    /** The planner has the time up to here to itself. */
    private volatile long notBefore;

    public PagesFirst() {
        this(System::nanoTime);
    }

    /** @param nanos like {@link System#nanoTime} */
    PagesFirst(LongSupplier nanos) {
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    public void begin() {
        pages.incrementAndGet();
    }

    public void end() {
        pages.decrementAndGet();
    }

    /** By a thread of the planner, between two moves. */
    @Override
    public void run() {
        if (pages.get() == 0) {
            return;
        }
        long begin = nanos.getAsLong();
        if (begin - notBefore < 0) {
            return;
        }
        long now = begin;
        while (pages.get() > 0 && now - begin < MOST.toNanos()) {
            LockSupport.parkNanos(LOOK_NANOS);
            now = nanos.getAsLong();
        }
        notBefore = now + (now - begin);
    }
}
