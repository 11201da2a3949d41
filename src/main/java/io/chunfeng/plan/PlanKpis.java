package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures about a plan for people to compare. Kilometres have three decimals, hours two, the load factor four. */
public final class PlanKpis {
    private PlanKpis() {}

    public static Plan.Kpis kpis(
            PlanningProblem problem,
            List<Plan.CoachTrip> trips,
            List<Plan.TrainBooking> trainBookings,
            List<Plan.FlightBooking> flightBookings,
            List<Plan.Journey> journeys) {
        Map<String, TrainService> services = PlanCosts.byId(problem.trainServices(), TrainService::id);
        Map<String, Flight> flights = PlanCosts.byId(problem.flights(), Flight::id);
        int coach = 0;
        int rail = 0;
        int air = 0;
        for (Plan.Journey journey : journeys) {
            if (journey.legs().stream().anyMatch(leg -> services.containsKey(leg.vehicle()))) {
                rail += journey.headcount();
            } else if (journey.legs().stream().anyMatch(leg -> flights.containsKey(leg.vehicle()))) {
                air += journey.headcount();
            } else {
                coach += journey.headcount();
            }
        }
        long loadedMetres =
                trips.stream().mapToLong(trip -> PlanCosts.metres(trip, true)).sum();
        long emptyMetres =
                trips.stream().mapToLong(trip -> PlanCosts.metres(trip, false)).sum();
        long costFen = PlanCosts.score(problem, trips, trainBookings, flightBookings, journeys, List.of())
                .costFen();
        int persons = coach + rail + air;
        return new Plan.Kpis(
                coach,
                rail,
                air,
                trips.size(),
                trainBookings.size(),
                trainBookings.stream().mapToInt(Plan.TrainBooking::carriages).sum(),
                flightBookings.size(),
                rounded(loadFactor(problem, trips, journeys), 4),
                loadedMetres / 1000.0,
                emptyMetres / 1000.0,
                rounded(PlanCosts.passengerSeconds(journeys) / 3600.0, 2),
                persons == 0 ? 0 : Math.floorDiv(costFen + persons / 2, (long) persons));
    }

    private static double rounded(double value, int decimals) {
        double factor = Math.pow(10, decimals);
        return Math.round(value * factor) / factor;
    }

    /** Passenger metres over seat metres of the loaded drives of all coaches; 0 without any. */
    private static double loadFactor(PlanningProblem problem, List<Plan.CoachTrip> trips, List<Plan.Journey> journeys) {
        Map<String, CoachPool> pools = PlanCosts.byId(problem.coachPools(), CoachPool::id);
        Map<String, Plan.CoachTrip> byId = new HashMap<>();
        double seatMetres = 0;
        for (Plan.CoachTrip trip : trips) {
            byId.put(trip.id(), trip);
            CoachPool pool = pools.get(trip.poolId());
            if (pool != null) {
                seatMetres +=
                        (double) PlanCosts.metres(trip, true) * Math.max(0, pool.approvedSeats() - trip.drivers());
            }
        }
        double passengerMetres = 0;
        for (Plan.Journey journey : journeys) {
            for (Plan.Leg leg : journey.legs()) {
                if (byId.containsKey(leg.vehicle())) {
                    passengerMetres += (double) journey.headcount() * metresOn(byId.get(leg.vehicle()), leg);
                }
            }
        }
        return seatMetres == 0 ? 0 : passengerMetres / seatMetres;
    }

    private static long metresOn(Plan.CoachTrip trip, Plan.Leg leg) {
        long metres = 0;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive
                    && !drive.from().isBefore(leg.boardAt())
                    && !drive.to().isAfter(leg.alightAt())) {
                metres += drive.metres();
            }
        }
        return metres;
    }
}
