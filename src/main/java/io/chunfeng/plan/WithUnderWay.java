package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A problem of today completed by what is under way: people who have left are of a group, in a coach of a pool. */
final class WithUnderWay {
    private WithUnderWay() {}

    static PlanningProblem of(
            PlanningProblem now,
            PlanningProblem before,
            PlanningProblem.Pinned candidates,
            PlanningProblem.Pinned published) {
        List<Group> groups = groups(now, before, candidates);
        List<CoachPool> pools = pools(now, before, candidates);
        return new PlanningProblem(
                now.id(),
                now.name(),
                now.asOf(),
                now.emergency(),
                places(now, before, groups, pools, candidates),
                now.matrix(),
                groups,
                pools,
                now.trainServices(),
                now.flights(),
                now.rules(),
                PlanningProblem.Pinned.NONE,
                published);
    }

    /** A group never has fewer people than are under way; one that was cancelled has just these. */
    private static List<Group> groups(PlanningProblem now, PlanningProblem before, PlanningProblem.Pinned candidates) {
        Map<String, Group> today = PlanCosts.byId(now.groups(), Group::id);
        List<Group> groups = new ArrayList<>();
        for (Group group : now.groups()) {
            int[] underWay = Replanning.underWay(group, now, candidates);
            int users = Math.max(group.wheelchairs(), underWay[1]);
            int walkers = Math.max(group.headcount() - group.wheelchairs(), underWay[0] - underWay[1]);
            groups.add(AppliedChanges.resized(group, users + walkers, users));
        }
        for (Group group : before.groups()) {
            int[] underWay = Replanning.underWay(group, now, candidates);
            if (!today.containsKey(group.id()) && underWay[0] > 0) {
                groups.add(AppliedChanges.resized(group, underWay[0], underWay[1]));
            }
        }
        return groups;
    }

    private static List<CoachPool> pools(
            PlanningProblem now, PlanningProblem before, PlanningProblem.Pinned candidates) {
        Map<String, CoachPool> today = PlanCosts.byId(now.coachPools(), CoachPool::id);
        Set<String> needed = new HashSet<>();
        candidates.coachTrips().stream()
                .filter(trip -> trip.busyFrom().isBefore(now.asOf()))
                .forEach(trip -> needed.add(trip.poolId()));
        List<CoachPool> pools = new ArrayList<>(now.coachPools());
        before.coachPools().stream()
                .filter(pool -> needed.contains(pool.id()) && !today.containsKey(pool.id()))
                .forEach(pools::add);
        return pools;
    }

    private static List<Place> places(
            PlanningProblem now,
            PlanningProblem before,
            List<Group> groups,
            List<CoachPool> pools,
            PlanningProblem.Pinned candidates) {
        Set<String> needed = new HashSet<>();
        groups.forEach(group -> needed.addAll(List.of(group.from(), group.to())));
        pools.forEach(pool -> needed.add(pool.depot()));
        candidates
                .coachTrips()
                .forEach(trip -> trip.events().forEach(event -> {
                    if (event instanceof Plan.Stop stop) {
                        needed.add(stop.place());
                    }
                }));
        Map<String, Place> today = PlanCosts.byId(now.places(), Place::id);
        List<Place> places = new ArrayList<>(now.places());
        before.places().stream()
                .filter(place -> needed.contains(place.id()) && !today.containsKey(place.id()))
                .forEach(places::add);
        return places;
    }
}
