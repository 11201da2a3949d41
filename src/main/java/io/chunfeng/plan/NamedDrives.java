package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.road.Pairs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pairs of places that trips and journeys name: all that {@link PlanChecker} ever looks up in the matrix. */
public final class NamedDrives {
    private final Map<String, CoachPool> pools;
    private final Map<String, Group> groups;
    private final Set<String> timetabled = new HashSet<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Pairs pairs;

    private NamedDrives(PlanningProblem problem) {
        pools = PlanCosts.byId(problem.coachPools(), CoachPool::id);
        groups = PlanCosts.byId(problem.groups(), Group::id);
        problem.trainServices().forEach(service -> timetabled.add(service.id()));
        problem.flights().forEach(flight -> timetabled.add(flight.id()));
        pairs = Pairs.none(problem.places().size());
        for (int i = 0; i < problem.places().size(); i++) {
            index.put(problem.places().get(i).id(), i);
            pairs.want(i, i);
        }
    }

    /** Those of a plan, whatever it holds; ids that the problem does not know are passed over. */
    public static Pairs of(PlanningProblem problem, Plan plan) {
        NamedDrives named = new NamedDrives(problem);
        plan.coachTrips().forEach(named::trip);
        plan.journeys().forEach(named::journey);
        return named.pairs;
    }

    /** Those of what is pinned. Each place to itself is always among them. */
    static Pairs ofPinned(PlanningProblem problem) {
        NamedDrives named = new NamedDrives(problem);
        problem.pinned().coachTrips().forEach(named::trip);
        problem.pinned().journeys().forEach(named::journey);
        return named.pairs;
    }

    /** Also from where the coach is to where it drives on or stops: the checker asks whether the two are together. */
    private void trip(Plan.CoachTrip trip) {
        CoachPool pool = pools.get(trip.poolId());
        String depot = pool == null ? null : pool.depot();
        String at = depot;
        Plan.Drive piece = null;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive) {
                if (piece == null || !piece.samePlaces(drive)) {
                    want(at, drive.fromPlace());
                    want(drive.fromPlace(), drive.toPlace());
                }
                piece = drive;
                at = drive.toPlace();
            } else if (event instanceof Plan.Stop stop) {
                want(at, stop.place());
                piece = null;
                at = stop.place();
            }
        }
        want(at, depot);
    }

    /** The direct way of every coach leg, and the walks before, between and after the legs. */
    private void journey(Plan.Journey journey) {
        List<Plan.Leg> legs = journey.legs();
        Group group = groups.get(journey.groupId());
        String at = group == null ? null : group.from();
        for (Plan.Leg leg : legs) {
            walk(at, leg.board());
            if (!timetabled.contains(leg.vehicle())) {
                want(leg.board(), leg.alight());
            }
            at = leg.alight();
        }
        walk(at, group == null ? null : group.to());
    }

    private void walk(String one, String other) {
        want(one, other);
        want(other, one);
    }

    private void want(String from, String to) {
        if (index.containsKey(from) && index.containsKey(to)) {
            pairs.want(index.get(from), index.get(to));
        }
    }
}
