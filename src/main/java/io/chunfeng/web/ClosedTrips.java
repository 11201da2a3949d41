package io.chunfeng.web;

import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.closure.ClosedDrives;
import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Trips of stored plans on roads that were closed after the plan was made. */
@Component
class ClosedTrips {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedTrips.class);
    private static final int KEPT = 32;

    private final ClosureRepository closures;
    private final PlanRoads roads;
    /** A few hundred searches for a plan: not while somebody waits for a page. Values are absent while they are looked for. */
    private final Map<Key, Optional<List<ClosedDrive>>> known = new Latest<>(KEPT);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "closed-trips");
        thread.setDaemon(true);
        return thread;
    });

    private record Key(String plan, List<Long> closures) {}

    ClosedTrips(ClosureRepository closures, PlanRoads roads) {
        this.closures = closures;
        this.roads = roads;
    }

    /** Closures in force at a time when the plan's coaches drive, which the plan does not avoid. */
    List<StoredClosure> unavoided(PlanView view) {
        List<Plan.CoachTrip> trips = view.plan().coachTrips();
        if (trips.isEmpty()) {
            return List.of();
        }
        Instant first = trips.stream()
                .map(Plan.CoachTrip::busyFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = trips.stream()
                .map(Plan.CoachTrip::busyUntil)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<StoredClosure> touching = closures.inForce(first, last);
        if (touching.isEmpty()) {
            return List.of();
        }
        List<StoredClosure> avoided = roads.avoided(view.id());
        return touching.stream()
                .filter(closure -> avoided.stream().noneMatch(a -> a.id() == closure.id()))
                .toList();
    }

    /** Empty while it is looked for; ask again. */
    Optional<List<ClosedDrive>> hit(PlanView view) {
        return hit(view, "plan " + view.id());
    }

    /** @param name of the plan as it is now: a draft's changes */
    Optional<List<ClosedDrive>> hit(PlanView view, String name) {
        List<StoredClosure> unavoided = unavoided(view);
        if (unavoided.isEmpty()) {
            return Optional.of(List.of());
        }
        Key key = new Key(name, unavoided.stream().map(StoredClosure::id).toList());
        synchronized (known) {
            if (known.containsKey(key)) {
                return known.get(key);
            }
            known.put(key, Optional.empty());
        }
        worker.execute(() -> look(key, view, unavoided));
        return Optional.empty();
    }

    private void look(Key key, PlanView view, List<StoredClosure> unavoided) {
        List<ClosedDrive> found = new ArrayList<>();
        try {
            unavoided.forEach(stored -> found.addAll(hit(view, stored.closure())));
        } catch (RuntimeException e) {
            LOG.warn("trips of plan {} on closed roads could not be looked for: {}", view.id(), e.toString());
            forget(key);
            return;
        }
        synchronized (known) {
            known.put(key, Optional.of(found.stream().distinct().toList()));
        }
    }

    /** Looked for anew when somebody asks again: the map may be ready by then. */
    private void forget(Key key) {
        synchronized (known) {
            known.remove(key);
        }
    }

    /** Drives of the plan that this closure hits; computed at once. */
    List<ClosedDrive> hit(PlanView view, Closure closure) {
        List<StoredClosure> avoided = roads.avoided(view.id());
        RoadNetwork before = roads.without(avoided);
        StoredClosure added = new StoredClosure(0, closure, closure.from(), null);
        RoadNetwork after =
                roads.without(Stream.concat(avoided.stream(), Stream.of(added)).toList());
        Map<String, Place> places =
                view.problem().places().stream().collect(Collectors.toMap(Place::id, Function.identity(), (a, b) -> a));
        return new ClosedDrives(places, before, after).of(view.plan(), closure);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        worker.shutdownNow();
    }
}
