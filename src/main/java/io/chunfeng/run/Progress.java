package io.chunfeng.run;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.run.RunRepository.Attempt;
import io.chunfeng.run.RunRepository.LostAttemptException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an attempt writes while the planner works, not more often than a reader can follow: a point at most every half second,
 * the best plan every two seconds, a sign of life twice a second. Thread-safe: the planner may call from several threads.
 */
final class Progress {
    private static final long POINT_NANOS = Duration.ofMillis(500).toNanos();
    private static final long PLAN_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BEAT_NANOS = Duration.ofMillis(500).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final RunRepository runs;
    private final Attempt attempt;
    private final long begun = System.nanoTime();
    private int number;
    private Plan unpointed;
    private Plan unkept;
    private long pointed = begun - POINT_NANOS;
    private long kept = begun - PLAN_NANOS;
    private long beat = begun - BEAT_NANOS;
    private boolean stopAsked;
    private PlanningRun.Point latest;
    private LostAttemptException lost;

    Progress(RunRepository runs, Attempt attempt) {
        this.runs = runs;
        this.attempt = attempt;
        this.number = attempt.lastPoint();
        this.stopAsked = attempt.stopAsked();
    }

    synchronized void improved(Planner.Progress found) {
        unpointed = found.plan();
        unkept = found.plan();
        long now = System.nanoTime();
        tolerantly(() -> write(now));
    }

    /**
     * Whether to end early, because somebody asked for it or another attempt took over; asks the database at most twice a
     * second. Never throws, since a planner's watch would end with it: a failing database is asked again.
     */
    synchronized boolean stop() {
        long now = System.nanoTime();
        if (!stopAsked && lost == null && now - beat >= BEAT_NANOS) {
            beat = now;
            tolerantly(() -> {
                stopAsked = runs.heartbeat(attempt, attempt.spentMillis() + spentMillis());
                write(now);
            });
        }
        return stopAsked || lost != null;
    }

    synchronized boolean stopAsked() {
        return stopAsked;
    }

    /** A database that is away for a moment ends no run; what could not be written is written later. */
    private void tolerantly(Runnable writing) {
        try {
            writing.run();
        } catch (LostAttemptException e) {
            lost = e;
        } catch (RuntimeException e) {
            LOG.warn("planning run {} cannot reach its database: {}", attempt.run(), e.toString());
        }
    }

    /** @throws LostAttemptException when another attempt has taken over in the meantime */
    synchronized void requireHeld() {
        if (lost != null) {
            throw lost;
        }
    }

    /** Writes the last point, whatever the time since the one before. */
    synchronized void flush(Plan last) {
        PlanningRun.Point point = point(last);
        if (latest == null
                || point.unserved() != latest.unserved()
                || point.costFen() != latest.costFen()
                || point.personsServed() != latest.personsServed()) {
            add(point);
        }
        unpointed = null;
    }

    /** Of this attempt. */
    long spentMillis() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private void write(long now) {
        if (unpointed != null && now - pointed >= POINT_NANOS) {
            pointed = now;
            add(point(unpointed));
            unpointed = null;
        }
        if (unkept != null && now - kept >= PLAN_NANOS) {
            kept = now;
            runs.keepBest(attempt, unkept);
            unkept = null;
        }
    }

    private void add(PlanningRun.Point point) {
        number = point.number();
        runs.addPoint(attempt, point);
        latest = point;
    }

    private PlanningRun.Point point(Plan plan) {
        return new PlanningRun.Point(
                number + 1,
                attempt.spentMillis() + spentMillis(),
                plan.score().unserved(),
                plan.kpis().persons(),
                plan.score().costFen());
    }
}
