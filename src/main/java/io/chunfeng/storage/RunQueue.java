package io.chunfeng.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Executes planning runs: jobs of db-scheduler, which live in the database, so that they survive this process and are shared by
 * all instances on one database.
 *
 * <p>A killed instance's runs go on elsewhere, or here after a restart, once four heartbeats are missing.
 */
final class RunQueue implements SmartLifecycle {
    private static final String TASK = "planning-run";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(15);

    /** Works on a run; answers whether the run has ended. */
    @FunctionalInterface
    interface Work {
        boolean on(long run, BooleanSupplier shuttingDown);
    }

    private final DataSource dataSource;
    private final Clock clock;
    private final int concurrentRuns;
    private final Work work;
    private volatile Scheduler scheduler;
    private volatile boolean shuttingDown;
    private volatile boolean running;

    /** @param work asked for lazily, because who works on runs needs this queue's repository */
    RunQueue(DataSource dataSource, Clock clock, int concurrentRuns, Work work) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.concurrentRuns = concurrentRuns;
        this.work = work;
        this.scheduler = scheduler();
    }

    private Scheduler scheduler() {
        CustomTask<Void> task = Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean ended = work.on(Long.parseLong(instance.getId()), () -> shuttingDown);
                    return ended
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, clock.instant());
                });
        // within a transaction of the caller, the job is stored by that transaction
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .schedulerName(new SchedulerName.Fixed("chunfeng-" + UUID.randomUUID()))
                .threads(concurrentRuns)
                .clock(clock::instant)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_LIMIT)
                .build();
    }

    void schedule(long run) {
        scheduler.schedule(new TaskInstance<>(TASK, Long.toString(run)), clock.instant());
    }

    /** A scheduler that was stopped cannot be started again, but the application can. */
    @Override
    public void start() {
        if (shuttingDown) {
            shuttingDown = false;
            scheduler = scheduler();
        }
        running = true;
        scheduler.start();
    }

    /** Running solvers are asked to end soon; their runs are released and go on at the next start. */
    @Override
    public void stop() {
        shuttingDown = true;
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
