package io.chunfeng.web;

import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadPath;
import java.util.ArrayList;
import java.util.List;

/** Ways on the loaded map between the places of a plan. */
record Ways(Names names, RoadNetwork roads) {
    /** One drive of a coach from stop to stop. */
    record Leg(String from, String to, boolean loaded) {}

    /** The drives of a trip; a rest splits one into several events, which are one leg here. */
    static List<Leg> legs(Plan.CoachTrip trip) {
        List<Leg> legs = new ArrayList<>();
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive) {
                Leg leg = new Leg(drive.fromPlace(), drive.toPlace(), drive.loaded());
                if (legs.isEmpty() || !legs.get(legs.size() - 1).equals(leg)) {
                    legs.add(leg);
                }
            }
        }
        return legs;
    }

    /** Null where no road leads: a problem that brought its own matrix may name places that no road of this map reaches. */
    RoadPath between(String from, String to) {
        List<Place> ends = List.of(names.place(from), names.place(to));
        return roads.offMap(ends).isEmpty() ? roads.path(ends.get(0), ends.get(1)) : null;
    }
}
