package io.chunfeng.closure;

import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.Closure;
import io.chunfeng.road.RoadNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the drives of a plan that a closure hits: at a time when it is closed, on a way that is another one, or none, once
 * it is closed. Where on its way a coach is at which moment a plan does not say, so a drive counts as a whole.
 */
public final class ClosedDrives {
    private final Map<String, Place> places;
    private final RoadNetwork before;
    private final RoadNetwork after;
    private final Map<List<String>, Hit> hits = new HashMap<>();

    private enum Hit {
        NONE,
        DETOUR,
        CUT_OFF
    }

    /**
     * @param places of the plan, by id
     * @param before the roads that the plan was made for
     * @param after the same with the closure
     */
    public ClosedDrives(Map<String, Place> places, RoadNetwork before, RoadNetwork after) {
        this.places = places;
        this.before = before;
        this.after = after;
    }

    /** In the order of the plan's trips, and of time within each. */
    public List<ClosedDrive> of(Plan plan, Closure closure) {
        List<ClosedDrive> found = new ArrayList<>();
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            for (List<Plan.Drive> parts : drives(trip)) {
                Plan.Drive first = parts.get(0);
                Hit hit = parts.stream().anyMatch(part -> closure.touches(part.from(), part.to()))
                        ? hits.computeIfAbsent(List.of(first.fromPlace(), first.toPlace()), this::hit)
                        : Hit.NONE;
                if (hit != Hit.NONE) {
                    found.add(new ClosedDrive(
                            trip.id(),
                            first.fromPlace(),
                            first.toPlace(),
                            first.from(),
                            parts.get(parts.size() - 1).to(),
                            first.loaded(),
                            hit == Hit.CUT_OFF));
                }
            }
        }
        return found;
    }

    /** Rests split a drive into parts between the same two places; a stop ends it. */
    private static List<List<Plan.Drive>> drives(Plan.CoachTrip trip) {
        List<List<Plan.Drive>> drives = new ArrayList<>();
        boolean goesOn = false;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive) {
                if (!goesOn || !sameEnds(drives.get(drives.size() - 1).get(0), drive)) {
                    drives.add(new ArrayList<>());
                }
                drives.get(drives.size() - 1).add(drive);
                goesOn = true;
            } else if (event instanceof Plan.Stop) {
                goesOn = false;
            }
        }
        return drives;
    }

    private static boolean sameEnds(Plan.Drive one, Plan.Drive other) {
        return one.fromPlace().equals(other.fromPlace()) && one.toPlace().equals(other.toPlace());
    }

    private Hit hit(List<String> ends) {
        Place from = places.get(ends.get(0));
        Place to = places.get(ends.get(1));
        if (!before.offMap(List.of(from, to)).isEmpty()) {
            return Hit.NONE; // a problem that brought its own matrix may name places that are not on this map
        }
        Way open = Way.of(before.path(from, to));
        if (open == null) {
            return Hit.NONE;
        }
        Way closed = Way.of(after.path(from, to));
        if (closed == null) {
            return Hit.CUT_OFF;
        }
        return open.differsFrom(closed) ? Hit.DETOUR : Hit.NONE;
    }
}
