package io.chunfeng.web;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the trip table, in the order of departure. */
final class TripRows {
    private final Map<String, CoachPool> pools;
    private final Map<String, TrainService> services;
    private final Map<String, Flight> flights;
    private final Names names;
    private final Map<String, List<Ride>> rides;

    TripRows(PlanningProblem problem, Names names, Map<String, List<Ride>> rides) {
        this.pools = byId(problem.coachPools(), CoachPool::id);
        this.services = byId(problem.trainServices(), TrainService::id);
        this.flights = byId(problem.flights(), Flight::id);
        this.names = names;
        this.rides = rides;
    }

    List<TripRow> of(Plan plan) {
        return Stream.of(
                        plan.coachTrips().stream().map(this::coach),
                        plan.trainBookings().stream().map(this::train),
                        plan.flightBookings().stream().map(this::flight))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(TripRow::departure).thenComparing(TripRow::vehicle))
                .toList();
    }

    private TripRow coach(Plan.CoachTrip trip) {
        CoachPool pool = pools.get(trip.poolId());
        List<Ride> aboard = rides.getOrDefault(trip.id(), List.of());
        boolean feeder = !aboard.isEmpty() && aboard.stream().noneMatch(Ride::direct);
        return new TripRow(
                trip.id(),
                Mode.COACH,
                feeder ? "FEEDER" : "COACH",
                pool.operator(),
                stops(aboard, Plan.Leg::board, Plan.Leg::boardAt),
                stops(aboard, Plan.Leg::alight, Plan.Leg::alightAt),
                first(aboard, trip.busyFrom()),
                last(aboard, trip.busyUntil()),
                trip.drivers(),
                persons(aboard),
                pool.approvedSeats() - trip.drivers(),
                trip.loadedMetres() + trip.emptyMetres(),
                trip.costFen());
    }

    private TripRow train(Plan.TrainBooking booking) {
        TrainService service = services.get(booking.serviceId());
        List<Ride> aboard = rides.getOrDefault(service.id(), List.of());
        TrainService.Call start = service.calls().get(0);
        TrainService.Call end = service.calls().get(service.calls().size() - 1);
        return new TripRow(
                service.id(),
                Mode.RAIL,
                service.kind().name(),
                service.name(),
                names.of(start.place()),
                names.of(end.place()),
                first(aboard, start.depart()),
                last(aboard, end.arrive()),
                0,
                persons(aboard),
                booking.carriages() * service.seatsPerCarriage(),
                -1,
                booking.costFen());
    }

    private TripRow flight(Plan.FlightBooking booking) {
        Flight flight = flights.get(booking.flightId());
        return new TripRow(
                flight.id(),
                Mode.AIR,
                flight.kind().name(),
                flight.name(),
                names.of(flight.from()),
                names.of(flight.to()),
                flight.depart(),
                flight.arrive(),
                0,
                booking.passengers(),
                flight.seats(),
                -1,
                booking.costFen());
    }

    /** The places where people board (or alight), in the order of time. */
    private String stops(List<Ride> aboard, Function<Plan.Leg, String> place, Function<Plan.Leg, Instant> at) {
        return aboard.stream()
                .map(Ride::leg)
                .sorted(Comparator.comparing(at))
                .map(place.andThen(names::of))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static Instant first(List<Ride> aboard, Instant otherwise) {
        return aboard.stream()
                .map(ride -> ride.leg().boardAt())
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static Instant last(List<Ride> aboard, Instant otherwise) {
        return aboard.stream()
                .map(ride -> ride.leg().alightAt())
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static int persons(List<Ride> aboard) {
        return aboard.stream().mapToInt(ride -> ride.journey().headcount()).sum();
    }

    private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
        return list.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
    }
}
