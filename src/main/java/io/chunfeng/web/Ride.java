package io.chunfeng.web;

import io.chunfeng.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One part of a group on one vehicle.
 *
 * @param legIndex which leg of the journey this is, from 0
 */
record Ride(Plan.Journey journey, int legIndex) {

    public Plan.Leg leg() {
        return journey.legs().get(legIndex);
    }

    public boolean direct() {
        return journey.legs().size() == 1;
    }

    /** Rides by vehicle id, in the order of the plan's journeys. */
    static Map<String, List<Ride>> byVehicle(Plan plan) {
        Map<String, List<Ride>> rides = new LinkedHashMap<>();
        for (Plan.Journey journey : plan.journeys()) {
            for (int i = 0; i < journey.legs().size(); i++) {
                rides.computeIfAbsent(journey.legs().get(i).vehicle(), key -> new ArrayList<>())
                        .add(new Ride(journey, i));
            }
        }
        return rides;
    }
}
