package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the trips that are new in a plan names that were never used. */
final class NewNames {
    private NewNames() {}

    static Plan of(Plan before, Plan after, Set<String> taken) {
        Set<String> old = new HashSet<>();
        before.coachTrips().forEach(trip -> old.add(trip.id()));
        Set<String> used = new HashSet<>(taken);
        Map<String, String> names = new HashMap<>();
        int number = before.coachTrips().size() + 1;
        for (Plan.CoachTrip trip : after.coachTrips()) {
            if (!old.contains(trip.id())) {
                while (!used.add("C" + number)) {
                    number++;
                }
                names.put(trip.id(), "C" + number);
            }
        }
        List<Plan.CoachTrip> trips = after.coachTrips().stream()
                .map(trip -> new Plan.CoachTrip(
                        names.getOrDefault(trip.id(), trip.id()),
                        trip.poolId(),
                        trip.drivers(),
                        trip.loadedMetres(),
                        trip.emptyMetres(),
                        trip.events(),
                        trip.costFen()))
                .toList();
        List<Plan.Journey> journeys = after.journeys().stream()
                .map(journey -> new Plan.Journey(
                        journey.groupId(),
                        journey.headcount(),
                        journey.wheelchairs(),
                        journey.legs().stream()
                                .map(leg -> new Plan.Leg(
                                        names.getOrDefault(leg.vehicle(), leg.vehicle()),
                                        leg.board(),
                                        leg.boardAt(),
                                        leg.alight(),
                                        leg.alightAt()))
                                .toList()))
                .toList();
        return new Plan(
                after.problemId(),
                after.solverConfig(),
                after.seed(),
                after.mapSha256(),
                after.codeVersion(),
                after.createdAt(),
                trips,
                after.trainBookings(),
                after.flightBookings(),
                journeys,
                after.unserved(),
                after.score(),
                after.kpis());
    }
}
