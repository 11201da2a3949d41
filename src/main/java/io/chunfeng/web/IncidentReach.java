package io.chunfeng.web;

import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.day.Affected;
import io.chunfeng.day.Consequences;
import io.chunfeng.day.Happening;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.ClosureRepository;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom an incident concerns, and whether the plan knows what it is about. */
@Component
class IncidentReach {
    private static final int KEPT = 16;

    private final ClosedTrips closedTrips;
    private final ClosureRepository closures;
    /** Roads are searched for a closure: once for a plan. */
    private final Map<Key, Set<String>> onClosedRoads = new Latest<>(KEPT);

    private record Key(long plan, long closure) {}

    IncidentReach(ClosedTrips closedTrips, ClosureRepository closures) {
        this.closedTrips = closedTrips;
        this.closures = closures;
    }

    Affected of(PlanView view, Happening happening, Instant happenedAt) {
        Set<String> hit = happening instanceof Happening.RoadClosed closed
                ? onRoads(view, closed.closureId())
                : Consequences.vehicles(happening, happenedAt, view.problem());
        Set<String> groups = Consequences.groups(happening);
        return hit.isEmpty() && groups.isEmpty()
                ? Affected.NOBODY
                : Affected.of(view.problem(), view.plan(), hit, groups, happenedAt);
    }

    private Set<String> onRoads(PlanView view, long closure) {
        Key key = new Key(view.id(), closure);
        synchronized (onClosedRoads) {
            if (onClosedRoads.containsKey(key)) {
                return onClosedRoads.get(key);
            }
        }
        Set<String> found = new HashSet<>();
        closures.find(closure)
                .ifPresent(stored -> closedTrips.hit(view, stored.closure()).stream()
                        .map(ClosedDrive::trip)
                        .forEach(found::add));
        synchronized (onClosedRoads) {
            onClosedRoads.put(key, found);
        }
        return found;
    }

    /** Field and message of what the plan does not have; empty when it knows it all. */
    Optional<String[]> unknown(PlanView view, Happening happening) {
        PlanningProblem problem = view.problem();
        Set<String> vehicles = Consequences.vehicles(happening, Instant.MIN, problem);
        boolean named = !(happening instanceof Happening.StationClosed);
        if (named && vehicles.stream().anyMatch(vehicle -> !rides(view, vehicle))) {
            return Optional.of(new String[] {"vehicle", "incident.error.vehicle.unknown"});
        }
        if (happening instanceof Happening.ServiceCancelled cancelled && coach(view, cancelled.vehicle())) {
            return Optional.of(new String[] {"vehicle", "incident.error.vehicle.coach"});
        }
        if ((happening instanceof Happening.CoachBroken || happening instanceof Happening.DriverUnavailable)
                && vehicles.stream().anyMatch(vehicle -> !coach(view, vehicle))) {
            return Optional.of(new String[] {"vehicle", "incident.error.vehicle.noCoach"});
        }
        if (Consequences.groups(happening).stream()
                .anyMatch(group ->
                        problem.groups().stream().noneMatch(one -> one.id().equals(group)))) {
            return Optional.of(new String[] {"group", "incident.error.group.unknown"});
        }
        if (happening instanceof Happening.NoShows missing
                && problem.groups().stream()
                        .anyMatch(group ->
                                group.id().equals(missing.groupId()) && group.headcount() < missing.persons())) {
            return Optional.of(new String[] {"persons", "incident.error.persons.most"});
        }
        if (happening instanceof Happening.RoadClosed closed
                && closures.find(closed.closureId()).isEmpty()) {
            return Optional.of(new String[] {"closure", "incident.error.closure"});
        }
        return Optional.empty();
    }

    private static boolean coach(PlanView view, String vehicle) {
        return view.plan().coachTrips().stream().anyMatch(trip -> trip.id().equals(vehicle));
    }

    private static boolean rides(PlanView view, String vehicle) {
        return coach(view, vehicle)
                || view.plan().journeys().stream()
                        .flatMap(journey -> journey.legs().stream())
                        .anyMatch(leg -> leg.vehicle().equals(vehicle));
    }
}
