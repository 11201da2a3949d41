package io.chunfeng.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Deletes manifests on schedule: every night, on one of the instances that share the database; a night that was missed is made up
 * for at the next start.
 */
final class ManifestExpiryJob implements SmartLifecycle {
    /** In a table of its own: a scheduler forgets tasks that it does not know. */
    private static final String TABLE = "daily_task";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime TIME = LocalTime.of(3, 10);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration poll;
    private final Runnable work;
    private volatile Scheduler scheduler;

    /** @param poll how often it looks whether it is time */
    ManifestExpiryJob(DataSource dataSource, Clock clock, Duration poll, Runnable work) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.poll = poll;
        this.work = work;
    }

    /** A scheduler that was stopped cannot be started again, but the application can. */
    @Override
    public void start() {
        RecurringTask<Void> nightly = Tasks.recurring("manifest-expiry", Schedules.daily(ZONE, TIME))
                .execute((instance, context) -> work.run());
        Scheduler started = Scheduler.create(dataSource)
                .tableName(TABLE)
                .startTasks(nightly)
                .schedulerName(new SchedulerName.Fixed("chunfeng-daily-" + UUID.randomUUID()))
                .threads(1)
                .clock(clock::instant)
                .pollingInterval(poll)
                .heartbeatInterval(HEARTBEAT)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        scheduler.stop();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
