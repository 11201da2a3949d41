package io.chunfeng.intake;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.RequestRefusedException;
import io.chunfeng.demand.StaleRegistrationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Reads files in the background, two at a time, so that a large one does not hold up the others; applies one after the other. What a killed process left unread is taken up again. */
public final class ImportJobs implements AutoCloseable {
    /** Progress comes several times a second: who has been silent for so long is gone. */
    private static final Duration GONE = Duration.ofSeconds(30);

    private final GroupImports groups;
    private final ImportRepository imports;
    private final Consumer<RuntimeException> failures;
    private final ExecutorService reading = Executors.newFixedThreadPool(2, named("intake-reading"));
    private final ExecutorService applying = Executors.newSingleThreadExecutor(named("intake-applying"));
    private final Map<Long, Outcome> outcomes = new ConcurrentHashMap<>();

    /** How applying ended; has a message {@code intake.outcome.<kind>}. @param groupId of the group that was in the way, or empty */
    public record Outcome(Kind kind, String groupId) {
        public enum Kind {
            RUNNING,
            APPLIED,
            /** A group has changed since the file was compared: compare again. */
            STALE,
            /** There is an open request about a group already. */
            REQUEST_OPEN,
            FAILED
        }
    }

    /** @param failures told of what nobody expected */
    public ImportJobs(GroupImports groups, ImportRepository imports, Consumer<RuntimeException> failures) {
        this.groups = groups;
        this.imports = imports;
        this.failures = failures;
    }

    /** Once the program is up. */
    public void start() {
        imports.leftAlone(GONE).forEach(id -> read(id, GONE));
    }

    /** @param counties that the uploader may register for; null for all */
    public long upload(String fileName, Path file, String login, Set<String> counties) {
        long id = imports.add(fileName, file, login, counties);
        read(id, Duration.ZERO);
        return id;
    }

    /** Takes the reading up again if whoever was at it is gone. */
    public void nudge(long id) {
        if (imports.leftAlone(GONE).contains(id)) {
            read(id, GONE);
        }
    }

    public void compareAgain(long id) {
        if (imports.readAgain(id)) {
            outcomes.remove(id);
            read(id, Duration.ZERO);
        }
    }

    private void read(long id, Duration untouchedFor) {
        reading.execute(() -> {
            try {
                groups.takeUp(id, untouchedFor);
            } catch (RuntimeException e) {
                imports.refuse(id, TableException.Reason.BROKEN, "");
                failures.accept(e);
            }
        });
    }

    /** Starts applying, unless it runs. */
    public void apply(long id, Set<Integer> withdrawn, String reason, Actor actor) {
        Outcome running = new Outcome(Outcome.Kind.RUNNING, "");
        if (running.equals(outcomes.put(id, running))) {
            return;
        }
        applying.execute(() -> outcomes.put(id, applied(id, withdrawn, reason, actor)));
    }

    private Outcome applied(long id, Set<Integer> withdrawn, String reason, Actor actor) {
        try {
            groups.apply(id, withdrawn, reason, actor);
            return new Outcome(Outcome.Kind.APPLIED, "");
        } catch (StaleRegistrationException e) {
            return new Outcome(Outcome.Kind.STALE, e.groupId());
        } catch (ForbiddenMoveException e) {
            return new Outcome(Outcome.Kind.STALE, e.groupId());
        } catch (RequestRefusedException e) {
            boolean open = e.reason() == RequestRefusedException.Reason.ALREADY_OPEN;
            return new Outcome(open ? Outcome.Kind.REQUEST_OPEN : Outcome.Kind.STALE, e.groupId());
        } catch (RuntimeException e) {
            failures.accept(e);
            return new Outcome(Outcome.Kind.FAILED, "");
        }
    }

    /** Null when it was not applied by this process. */
    public Outcome outcome(long id) {
        return outcomes.get(id);
    }

    /** What runs is finished first, so that a restart does not cut it off; a kill may. */
    @Override
    public void close() {
        applying.shutdown();
        reading.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
