package io.chunfeng.day;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.RoadMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From what has happened to what planning anew has to know. Pure. */
public final class Consequences {
    private static final Duration LEAST_WINDOW = Duration.ofMinutes(1);

    private Consequences() {}

    /** Vehicles that cannot run as published; those on closed roads are told by the roads. */
    public static Set<String> vehicles(Happening happening, Instant happenedAt, PlanningProblem problem) {
        if (happening instanceof Happening.CoachBroken broken) {
            return Set.of(broken.vehicle());
        }
        if (happening instanceof Happening.DriverUnavailable missing) {
            return Set.of(missing.vehicle());
        }
        if (happening instanceof Happening.ServiceCancelled cancelled) {
            return Set.of(cancelled.vehicle());
        }
        return happening instanceof Happening.StationClosed closed ? calling(closed, happenedAt, problem) : Set.of();
    }

    /** Groups that do not travel as published. */
    public static Set<String> groups(Happening happening) {
        if (happening instanceof Happening.GroupLate late) {
            return Set.of(late.groupId());
        }
        if (happening instanceof Happening.NoShows missing) {
            return Set.of(missing.groupId());
        }
        return happening instanceof Happening.GroupResized resized ? Set.of(resized.groupId()) : Set.of();
    }

    /**
     * Coach trips with a drive that is another one, or none, on the changed roads, and not over by then.
     *
     * @param after roads as they are now, of the same places
     */
    public static Set<String> onChangedRoads(PlanningProblem problem, Plan plan, RoadMatrix after, Instant from) {
        var before = problem.matrix().index();
        var now = after.index();
        Set<String> hit = new TreeSet<>();
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            for (Plan.Event event : trip.events()) {
                if (event instanceof Plan.Drive drive && drive.to().isAfter(from)) {
                    Integer one = before.get(drive.fromPlace());
                    Integer other = before.get(drive.toPlace());
                    int seconds = problem.matrix().seconds()[one][other];
                    if (seconds != after.seconds()[now.get(drive.fromPlace())][now.get(drive.toPlace())]) {
                        hit.add(trip.id());
                    }
                }
            }
        }
        return hit;
    }

    /** People sit in it: it cannot be planned from its beginning any more. */
    public static boolean peopleAboard(Plan plan, String vehicle, Instant asOf) {
        return plan.journeys().stream()
                .flatMap(journey -> journey.legs().stream())
                .anyMatch(leg -> leg.vehicle().equals(vehicle) && leg.boardAt().isBefore(asOf));
    }

    /**
     * @param asOf what has begun before it stays as it is
     * @param roads as they are now; null unless a road is closed
     * @return empty when nothing has to be planned anew
     * @throws IllegalArgumentException in words for the dispatcher when the plan does not know what it is about
     */
    public static List<Change> of(
            Happening happening,
            Instant happenedAt,
            Instant asOf,
            PlanningProblem problem,
            Plan plan,
            RoadMatrix roads) {
        if (happening instanceof Happening.CoachBroken broken) {
            return coach(broken.vehicle(), broken.until(), asOf, plan);
        }
        if (happening instanceof Happening.DriverUnavailable missing) {
            return coach(missing.vehicle(), missing.until(), asOf, plan);
        }
        if (happening instanceof Happening.GroupLate late) {
            return late(late, problem, plan, asOf);
        }
        if (happening instanceof Happening.NoShows missing) {
            return resized(
                    missing.groupId(), group(problem, missing.groupId()).headcount() - missing.persons(), problem);
        }
        if (happening instanceof Happening.GroupResized resized) {
            return resized(resized.groupId(), resized.persons(), problem);
        }
        if (happening instanceof Happening.RoadClosed) {
            return List.of(new Change.RoadsChanged(roads));
        }
        return vehicles(happening, happenedAt, problem).stream()
                .filter(service -> known(service, problem))
                .<Change>map(Change.ServiceCancelled::new)
                .toList();
    }

    private static boolean known(String service, PlanningProblem problem) {
        return Stream.concat(
                        problem.trainServices().stream().map(TrainService::id),
                        problem.flights().stream().map(Flight::id))
                .anyMatch(service::equals);
    }

    /** With people in it the trip goes on by other means; only the coach's later trips are planned anew. */
    private static List<Change> coach(String vehicle, Instant until, Instant asOf, Plan plan) {
        Plan.CoachTrip trip = plan.coachTrips().stream()
                .filter(one -> one.id().equals(vehicle))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("现行方案没有车次“" + vehicle + "”，请刷新后重试"));
        if (!peopleAboard(plan, vehicle, asOf)) {
            if (!until.isAfter(asOf)) {
                throw new IllegalArgumentException("恢复可用的时间应晚于起算时刻");
            }
            return List.of(new Change.CoachFailed(vehicle, asOf, until));
        }
        return until.isAfter(trip.busyUntil())
                ? List.of(new Change.CoachesLost(trip.poolId(), 1, trip.busyUntil(), until))
                : List.of();
    }

    private static List<Change> late(Happening.GroupLate late, PlanningProblem problem, Plan plan, Instant asOf) {
        Group group = group(problem, late.groupId());
        Instant ready = plan.journeys().stream()
                .filter(journey -> journey.groupId().equals(group.id()))
                .map(journey -> journey.legs().get(0).boardAt())
                .filter(board -> !board.isBefore(asOf))
                .min(Comparator.naturalOrder())
                .orElse(group.earliestDeparture())
                .plus(Duration.ofMinutes(late.minutes()));
        // no window is empty: those who are ready too late stay behind, or arrive later (推迟到达)
        Instant latest = group.latestArrival().isAfter(ready) ? group.latestArrival() : ready.plus(LEAST_WINDOW);
        return List.of(new Change.GroupLate(group.id(), ready, latest));
    }

    private static List<Change> resized(String groupId, int persons, PlanningProblem problem) {
        Group group = group(problem, groupId);
        if (persons <= 0) {
            return List.of(new Change.GroupCancelled(groupId));
        }
        return persons == group.headcount()
                ? List.of()
                : List.of(new Change.GroupResized(groupId, persons, Math.min(group.wheelchairs(), persons)));
    }

    private static Group group(PlanningProblem problem, String id) {
        return problem.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("现行方案没有团组“" + id + "”，请刷新后重试"));
    }

    /** Trains and flights that stop there while it is closed. */
    private static Set<String> calling(Happening.StationClosed closed, Instant from, PlanningProblem problem) {
        Set<String> calling = new TreeSet<>();
        problem.trainServices().stream()
                .filter(train -> train.calls().stream()
                        .anyMatch(call -> call.place().equals(closed.place())
                                && call.arrive().isBefore(closed.until())
                                && !call.depart().isBefore(from)))
                .forEach(train -> calling.add(train.id()));
        problem.flights().stream()
                .filter(flight -> flight.from().equals(closed.place()) && within(flight.depart(), from, closed.until())
                        || flight.to().equals(closed.place()) && within(flight.arrive(), from, closed.until()))
                .forEach(flight -> calling.add(flight.id()));
        return calling;
    }

    private static boolean within(Instant moment, Instant from, Instant until) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
