package io.chunfeng.dispatch;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who of a plan rides what from where to where. Pure. */
public final class Rides {
    private Rides() {}

    /** In the order of the plan's journeys and their legs. */
    public static List<Ride> of(PlanningProblem problem, Plan plan) {
        Map<String, RanTrips.Vehicle> vehicles = RanTrips.vehicles(problem, plan);
        Map<StopEnd, Instant> stops = stops(plan);
        List<Ride> rides = new ArrayList<>();
        for (int j = 0; j < plan.journeys().size(); j++) {
            Plan.Journey journey = plan.journeys().get(j);
            Plan.Leg main = RanTrips.mainLeg(journey, vehicles);
            for (int l = 0; l < journey.legs().size(); l++) {
                Plan.Leg leg = journey.legs().get(l);
                RanTrips.Vehicle vehicle = vehicles.get(leg.vehicle());
                rides.add(new Ride(
                        journey.groupId(),
                        j + 1,
                        l + 1,
                        l == journey.legs().size() - 1,
                        leg == main,
                        leg.vehicle(),
                        vehicle.kind(),
                        vehicle.name(),
                        journey.headcount(),
                        leg.board(),
                        meetAt(leg, vehicle.kind(), problem, stops),
                        leg.boardAt(),
                        leg.alight(),
                        leg.alightAt()));
            }
        }
        return List.copyOf(rides);
    }

    /** On a coach the stop begins when the coach is there; trains and flights have their check-in times. */
    private static Instant meetAt(
            Plan.Leg leg, RanTrip.Kind kind, PlanningProblem problem, Map<StopEnd, Instant> stops) {
        return switch (kind) {
            case COACH -> stops.getOrDefault(new StopEnd(leg.vehicle(), leg.board(), leg.boardAt()), leg.boardAt());
            case CHARTERED_TRAIN, CHARTERED_CARRIAGES ->
                leg.boardAt().minusSeconds(problem.rules().checkInSecondsRail());
            case CHARTER_FLIGHT, SEAT_BLOCK ->
                leg.boardAt().minusSeconds(problem.rules().checkInSecondsAir());
        };
    }

    private record StopEnd(String trip, String place, Instant until) {}

    private static Map<StopEnd, Instant> stops(Plan plan) {
        Map<StopEnd, Instant> begins = new HashMap<>();
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            for (Plan.Event event : trip.events()) {
                if (event instanceof Plan.Stop stop) {
                    begins.put(new StopEnd(trip.id(), stop.place(), stop.to()), stop.from());
                }
            }
        }
        return begins;
    }
}
