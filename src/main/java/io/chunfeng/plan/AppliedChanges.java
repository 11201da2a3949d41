package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A problem with changes applied to its groups, its capacity and its roads. */
final class AppliedChanges {
    private final Plan published;
    private final List<Group> groups;
    private final List<CoachPool> pools;
    private final List<TrainService> services;
    private final List<Flight> flights;
    private RoadMatrix matrix;

    private AppliedChanges(PlanningProblem problem, Plan published) {
        this.published = published;
        groups = new ArrayList<>(problem.groups());
        pools = new ArrayList<>(problem.coachPools());
        services = new ArrayList<>(problem.trainServices());
        flights = new ArrayList<>(problem.flights());
        matrix = problem.matrix();
    }

    static PlanningProblem to(PlanningProblem problem, Plan published, Changes changes) {
        AppliedChanges applied = new AppliedChanges(problem, published);
        changes.changes().forEach(applied::apply);
        return new PlanningProblem(
                id(problem.id(), changes.asOf()),
                problem.name(),
                changes.asOf(),
                problem.emergency(),
                problem.places(),
                applied.matrix,
                applied.groups,
                applied.pools,
                applied.services,
                applied.flights,
                problem.rules(),
                PlanningProblem.Pinned.NONE);
    }

    /** The problem's id with the moment it is planned anew at; only the last such moment is kept. */
    private static String id(String before, Instant asOf) {
        int at = before.indexOf('@');
        return (at < 0 ? before : before.substring(0, at)) + "@"
                + asOf.atZone(PlanningProblem.ZONE).toLocalDateTime();
    }

    private void apply(Change change) {
        if (change instanceof Change.GroupResized resized) {
            if (resized.headcount() < 1 || resized.wheelchairs() < 0 || resized.wheelchairs() > resized.headcount()) {
                throw new IllegalArgumentException("the group " + resized.groupId() + " cannot have "
                        + resized.headcount() + " persons, " + resized.wheelchairs() + " of them in wheelchairs");
            }
            group(resized.groupId(), group -> resized(group, resized.headcount(), resized.wheelchairs()));
        } else if (change instanceof Change.GroupCancelled cancelled) {
            require(groups.removeIf(group -> group.id().equals(cancelled.groupId())), "group", cancelled.groupId());
        } else if (change instanceof Change.GroupLate late) {
            if (late.latestArrival().isBefore(late.earliestDeparture())) {
                throw new IllegalArgumentException(
                        "the window of the group " + late.groupId() + " ends before it begins");
            }
            group(late.groupId(), group -> moved(group, late.earliestDeparture(), late.latestArrival()));
        } else if (change instanceof Change.GroupAdded added) {
            String id = added.group().id();
            if (groups.stream().anyMatch(group -> group.id().equals(id))) {
                throw new IllegalArgumentException("the group " + id + " exists already");
            }
            groups.add(added.group());
        } else if (change instanceof Change.CoachesLost lost) {
            outage(lost.poolId(), new CoachPool.Outage(lost.from(), lost.until(), lost.coaches()));
        } else if (change instanceof Change.CoachFailed failed) {
            String pool = published.coachTrips().stream()
                    .filter(trip -> trip.id().equals(failed.tripId()))
                    .findFirst()
                    .map(Plan.CoachTrip::poolId)
                    .orElseThrow(() -> missing("coach trip", failed.tripId()));
            outage(pool, new CoachPool.Outage(failed.from(), failed.until(), 1));
        } else if (change instanceof Change.ServiceCancelled cancelled) {
            boolean train = services.removeIf(service -> service.id().equals(cancelled.serviceId()));
            boolean flight = flights.removeIf(service -> service.id().equals(cancelled.serviceId()));
            require(train || flight, "train or flight", cancelled.serviceId());
        } else if (change instanceof Change.RoadsChanged roads) {
            matrix = roads.matrix();
        }
    }

    private void outage(String poolId, CoachPool.Outage outage) {
        replace(pools, CoachPool::id, poolId, "coach pool", pool -> {
            if (outage.coaches() < 1
                    || outage.coaches() > pool.count()
                    || outage.until().isBefore(outage.from())) {
                throw new IllegalArgumentException(
                        "the pool " + poolId + " of " + pool.count() + " coaches cannot lose " + outage.coaches()
                                + " from " + outage.from() + " to " + outage.until());
            }
            return pool.withFurtherOutages(List.of(outage));
        });
    }

    private void group(String id, UnaryOperator<Group> change) {
        replace(groups, Group::id, id, "group", change);
    }

    private static <T> void replace(
            List<T> list, Function<T, String> idOf, String id, String kind, UnaryOperator<T> change) {
        for (int i = 0; i < list.size(); i++) {
            if (idOf.apply(list.get(i)).equals(id)) {
                list.set(i, change.apply(list.get(i)));
                return;
            }
        }
        throw missing(kind, id);
    }

    private static void require(boolean found, String kind, String id) {
        if (!found) {
            throw missing(kind, id);
        }
    }

    private static IllegalArgumentException missing(String kind, String id) {
        return new IllegalArgumentException("the " + kind + " " + id + " does not exist");
    }

    /** The smallest part is at most the whole group. */
    static Group resized(Group group, int headcount, int wheelchairs) {
        return new Group(
                group.id(),
                group.county(),
                group.from(),
                group.to(),
                headcount,
                wheelchairs,
                group.earliestDeparture(),
                group.latestArrival(),
                group.preferredDate(),
                group.modes(),
                Math.min(group.minPart(), headcount),
                group.priority(),
                group.employer());
    }

    private static Group moved(Group group, Instant earliestDeparture, Instant latestArrival) {
        return new Group(
                group.id(),
                group.county(),
                group.from(),
                group.to(),
                group.headcount(),
                group.wheelchairs(),
                earliestDeparture,
                latestArrival,
                group.preferredDate(),
                group.modes(),
                group.minPart(),
                group.priority(),
                group.employer());
    }
}
