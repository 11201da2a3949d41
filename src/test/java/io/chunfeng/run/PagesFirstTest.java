package io.chunfeng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PagesFirstTest {
    private static final long MOST = PagesFirst.MOST.toNanos();
    private static final long TICK = 1_000_000;

    private final AtomicLong clock = new AtomicLong(-5 * TICK);
    /** When the page under way has been answered; each look at the clock takes a tick. */
    private long answered = Long.MAX_VALUE;

    private final PagesFirst pages = new PagesFirst(this::look);

    private long look() {
        long now = clock.addAndGet(TICK);
        if (now == answered) {
            pages.end();
        }
        return now;
    }

    private long waited() {
        long begin = clock.get();
        pages.run();
        return clock.get() - begin;
    }

    @Test
    void nobodyIsThere() {
        assertThat(waited()).isZero();
        pages.begin();
        pages.end();
        assertThat(waited()).isZero();
    }

    @Test
    void waitsUntilThePageIsAnswered() {
        pages.begin();
        answered = clock.get() + 4 * TICK;
        assertThat(waited()).isEqualTo(4 * TICK);
        assertThat(waited()).as("nobody is left").isZero();
    }

    @Test
    void aPageThatTakesLongIsNotWaitedForAndThePlannerHasHalfOfTheTime() {
        pages.begin();
        assertThat(waited()).isEqualTo(MOST + TICK);
        long end = clock.get();
        while (clock.get() - end < MOST - TICK) {
            assertThat(waited()).as("a look at the clock").isEqualTo(TICK);
        }
        assertThat(waited()).as("again").isGreaterThan(MOST);
    }
}
