package io.chunfeng.report;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a vehicle of a stored plan offers and costs, whoever boards it.
 *
 * @param seats for passengers: approved seats (核载) less drivers, booked carriages times their seats, seats of the flight
 * @param costFen transport cost of the plan for it: dispatch, way and drivers; service, carriages and tickets as booked.
 *     Passengers' time and changes cost nobody money and are not in it
 */
public record VehicleOffer(long seats, long costFen) {
    public VehicleOffer {
        if (seats < 0 || costFen < 0) {
            throw new IllegalArgumentException("a vehicle offers and costs nothing or more: " + seats + ", " + costFen);
        }
    }

    /** By id of the coach trip, train service or flight. */
    public static Map<String, VehicleOffer> of(PlanningProblem problem, Plan plan) {
        Map<String, CoachPool> pools = byId(problem.coachPools(), CoachPool::id);
        Map<String, TrainService> services = byId(problem.trainServices(), TrainService::id);
        Map<String, Flight> flights = byId(problem.flights(), Flight::id);
        Map<String, VehicleOffer> offers = new TreeMap<>();
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            int seats = pools.get(trip.poolId()).approvedSeats() - trip.drivers();
            offers.put(trip.id(), new VehicleOffer(Math.max(0, seats), trip.costFen()));
        }
        for (Plan.TrainBooking booking : plan.trainBookings()) {
            long seats = (long) booking.carriages()
                    * services.get(booking.serviceId()).seatsPerCarriage();
            offers.put(booking.serviceId(), new VehicleOffer(seats, booking.costFen()));
        }
        for (Plan.FlightBooking booking : plan.flightBookings()) {
            offers.put(
                    booking.flightId(),
                    new VehicleOffer(flights.get(booking.flightId()).seats(), booking.costFen()));
        }
        return offers;
    }

    private static <T> Map<String, T> byId(Iterable<T> items, Function<T, String> id) {
        Map<String, T> byId = new TreeMap<>();
        items.forEach(item -> byId.put(id.apply(item), item));
        return byId;
    }
}
