package io.chunfeng.web;

import io.chunfeng.road.RoadNetwork;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends the state of runs to the browsers that watch them. One thread looks at every watched run once a second,
 * whatever the number of viewers. Every event is the whole picture, numbered by the newest improvement, so that a
 * browser that reconnects goes on where it is. The last event is called {@code end}.
 */
@Component
class RunStream {
    private static final Logger LOG = LoggerFactory.getLogger(RunStream.class);
    /** Browsers reconnect by themselves; a viewer that went away without a word is forgotten at the latest then. */
    private static final long TIMEOUT_MILLIS = 30 * 60_000L;

    private final PlanningRuns runs;
    private final RunFragment fragment;
    private final RoadNetwork roads;
    private final Clock clock;
    private final Map<Long, Watch> watches = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "run-stream");
        thread.setDaemon(true);
        return thread;
    });

    RunStream(PlanningRuns runs, RunFragment fragment, RoadNetwork roads, Clock clock) {
        this.runs = runs;
        this.roads = roads;
        this.fragment = fragment;
        this.clock = clock;
        ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Viewers of one run and its improvements so far. Points are touched by the ticker only. */
    private static final class Watch {
        private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
        private final List<PlanningRun.Point> points = new ArrayList<>();
    }

    private record Viewer(SseEmitter emitter, Locale locale) {}

    SseEmitter watch(long id) {
        SseEmitter emitter = new SseEmitter(TIMEOUT_MILLIS);
        Viewer viewer = new Viewer(emitter, LocaleContextHolder.getLocale());
        watches.compute(id, (key, known) -> {
            Watch watch = known == null ? new Watch() : known;
            watch.viewers.add(viewer);
            return watch;
        });
        Runnable leave = () -> leave(id, viewer);
        emitter.onCompletion(leave);
        emitter.onTimeout(leave);
        emitter.onError(error -> leave.run());
        return emitter;
    }

    int viewers() {
        return watches.values().stream().mapToInt(watch -> watch.viewers.size()).sum();
    }

    private void leave(long id, Viewer viewer) {
        watches.computeIfPresent(id, (key, watch) -> {
            watch.viewers.remove(viewer);
            return watch.viewers.isEmpty() ? null : watch;
        });
    }

    private void tick() {
        watches.forEach((id, watch) -> {
            try {
                send(id, watch);
            } catch (RuntimeException e) {
                // The database may be away for a moment; an exception here would end the ticking for good.
                LOG.warn("state of run {} could not be sent", id, e);
            }
        });
    }

    private void send(long id, Watch watch) {
        PlanningRun run = runs.find(id).orElse(null);
        if (run == null) {
            watch.viewers.forEach(viewer -> viewer.emitter.complete());
            return;
        }
        int seen = watch.points.isEmpty()
                ? 0
                : watch.points.get(watch.points.size() - 1).number();
        watch.points.addAll(runs.pointsAfter(id, seen));
        RunView view = RunView.of(run, List.copyOf(watch.points), clock.instant(), roads.preparing());
        Map<Locale, String> rendered = new ConcurrentHashMap<>();
        for (Viewer viewer : watch.viewers) {
            String html = rendered.computeIfAbsent(viewer.locale, locale -> fragment.render(view, locale));
            send(id, viewer, view, html);
        }
    }

    private void send(long id, Viewer viewer, RunView view, String html) {
        try {
            viewer.emitter.send(SseEmitter.event()
                    .id(String.valueOf(view.improvements()))
                    .name("state")
                    .data(html));
            if (view.ended()) {
                viewer.emitter.send(
                        SseEmitter.event().name("end").data(view.run().state().name()));
                viewer.emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // The browser has gone.
            leave(id, viewer);
        }
    }

    /** Before the web server begins to wait for open requests: these would never end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        ticker.shutdownNow();
        watches.values().forEach(watch -> watch.viewers.forEach(viewer -> viewer.emitter.complete()));
    }
}
