package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens to an opening and holds it at one stage, until it is released or stopped. */
public final class Held implements OpeningListener {
    private final OpeningStage at;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    public Held(OpeningStage at) {
        this.at = at;
    }

    @Override
    public void at(OpeningStage stage, long done, long total) {
        if (stage != at) {
            return;
        }
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void awaitReached() throws InterruptedException {
        assertThat(reached.await(60, TimeUnit.SECONDS)).as("reached %s", at).isTrue();
    }

    public void release() {
        released.countDown();
    }
}
