package io.chunfeng.dispatch;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Ends;
import io.chunfeng.dispatch.RanTrip.Kind;
import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the marks "this vehicle ran" and the plan behind them to the trips that the statistics count. */
public final class RanTrips {
    private RanTrips() {}

    /**
     * The trips of one plan that ran, in the order they ran, each with everybody the plan put on it.
     *
     * @param ranVehicles id of a coach trip, train service or flight of the plan, to the moment it ran
     * @throws IllegalArgumentException when the plan runs no such vehicle
     */
    public static List<RanTrip> of(long planId, PlanningProblem problem, Plan plan, Map<String, Instant> ranVehicles) {
        Map<String, Vehicle> vehicles = vehicles(problem, plan);
        Map<String, List<Boarding>> boardings = boardings(problem, plan, vehicles);
        List<RanTrip> trips = new ArrayList<>();
        ranVehicles.forEach((id, ranAt) -> {
            Vehicle vehicle = vehicles.get(id);
            if (vehicle == null) {
                throw new IllegalArgumentException("方案 " + planId + " 没有编号为“" + id + "”的包车、列车或航班，请刷新方案页面后重试");
            }
            List<Boarding> boarded = boardings.getOrDefault(id, List.of());
            trips.add(new RanTrip(
                    planId + "/" + id, planId, id, vehicle.kind, vehicle.name, vehicle.carriages, ranAt, boarded));
        });
        trips.sort(Comparator.comparing(RanTrip::ranAt).thenComparing(RanTrip::vehicleId));
        return List.copyOf(trips);
    }

    record Vehicle(Kind kind, String name, int carriages) {}

    static Map<String, Vehicle> vehicles(PlanningProblem problem, Plan plan) {
        Map<String, CoachPool> pools = byId(problem.coachPools(), CoachPool::id);
        Map<String, TrainService> services = byId(problem.trainServices(), TrainService::id);
        Map<String, Flight> flights = byId(problem.flights(), Flight::id);
        Map<String, Vehicle> vehicles = new HashMap<>();
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            vehicles.put(
                    trip.id(), new Vehicle(Kind.COACH, pools.get(trip.poolId()).operator(), 0));
        }
        for (Plan.TrainBooking booking : plan.trainBookings()) {
            TrainService service = services.get(booking.serviceId());
            Kind kind = switch (service.kind()) {
                case CHARTERED_TRAIN -> Kind.CHARTERED_TRAIN;
                case CHARTERED_CARRIAGES -> Kind.CHARTERED_CARRIAGES;
            };
            vehicles.put(service.id(), new Vehicle(kind, service.name(), booking.carriages()));
        }
        for (Plan.FlightBooking booking : plan.flightBookings()) {
            Flight flight = flights.get(booking.flightId());
            Kind kind = switch (flight.kind()) {
                case CHARTER -> Kind.CHARTER_FLIGHT;
                case SEAT_BLOCK -> Kind.SEAT_BLOCK;
            };
            vehicles.put(flight.id(), new Vehicle(kind, flight.name(), 0));
        }
        return vehicles;
    }

    private static Map<String, List<Boarding>> boardings(
            PlanningProblem problem, Plan plan, Map<String, Vehicle> vehicles) {
        Map<String, Group> groups = byId(problem.groups(), Group::id);
        Map<String, Place> places = byId(problem.places(), Place::id);
        Map<String, List<Boarding>> boardings = new HashMap<>();
        for (Plan.Journey journey : plan.journeys()) {
            Plan.Leg main = mainLeg(journey, vehicles);
            Group group = groups.get(journey.groupId());
            String county = group.county();
            Ends ends = Ends.of(
                    county,
                    places.get(group.from()).adminCode(),
                    places.get(group.to()).adminCode());
            for (Plan.Leg leg : journey.legs()) {
                boardings
                        .computeIfAbsent(leg.vehicle(), id -> new ArrayList<>())
                        .add(new Boarding(journey.groupId(), county, journey.headcount(), 0, 0, leg == main, ends));
            }
        }
        return boardings;
    }

    /** The leg by train or flight if there is one, else the leg by coach; the longest in time if there are several. */
    static Plan.Leg mainLeg(Plan.Journey journey, Map<String, Vehicle> vehicles) {
        Comparator<Plan.Leg> notByCoach = Comparator.comparing(leg -> vehicles.get(leg.vehicle()).kind != Kind.COACH);
        return journey.legs().stream()
                .max(notByCoach.thenComparing(leg -> Duration.between(leg.boardAt(), leg.alightAt())))
                .orElseThrow(() -> new IllegalArgumentException("journey without legs: group " + journey.groupId()));
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
