package io.chunfeng.plan;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Trains and flights: booked in time (H14), within their limits (H13), with seats for all (H01). */
final class BookingCheck {
    private final PlanView view;
    private final Violations violations;
    private final Set<String> pinned;

    private BookingCheck(PlanView view, Violations violations) {
        this.view = view;
        this.violations = violations;
        pinned = view.problem.pinned().trainBookings().stream()
                .map(Plan.TrainBooking::serviceId)
                .collect(Collectors.toCollection(HashSet::new));
        view.problem.pinned().flightBookings().forEach(booking -> pinned.add(booking.flightId()));
    }

    static void check(PlanView view, Violations violations) {
        BookingCheck check = new BookingCheck(view, violations);
        Map<String, Integer> carriages = new HashMap<>();
        for (Plan.TrainBooking booking : view.plan.trainBookings()) {
            check.once(carriages.put(booking.serviceId(), booking.carriages()) != null, booking.serviceId());
        }
        Set<String> flights = new HashSet<>();
        for (Plan.FlightBooking booking : view.plan.flightBookings()) {
            check.once(!flights.add(booking.flightId()), booking.flightId());
        }
        carriages.forEach(check::trainBooking);
        flights.forEach(check::flightBooking);
        for (TrainService service : view.problem.trainServices()) {
            check.rides(service.id(), carriages.containsKey(service.id()));
            check.trainLoad(service, carriages.getOrDefault(service.id(), 0));
        }
        for (Flight flight : view.problem.flights()) {
            check.rides(flight.id(), flights.contains(flight.id()));
            check.load(flight.id(), "", view.riders(flight.id()), flight.seats(), flight.wheelchairSpaces());
        }
    }

    private void once(boolean again, String id) {
        if (again) {
            violations.add(Rule.H13, id, "is booked twice");
        }
    }

    private void trainBooking(String id, int carriages) {
        TrainService service = view.services.get(id);
        if (service == null) {
            violations.add(Rule.H13, id, "is booked, but there is no such train service");
            return;
        }
        if (carriages < service.minCarriages() || carriages > service.maxCarriages()) {
            violations.add(
                    Rule.H13,
                    "train service " + id,
                    carriages + " carriages are booked, from " + service.minCarriages() + " to "
                            + service.maxCarriages() + " are admitted",
                    "CARRIAGES",
                    carriages,
                    service.minCarriages(),
                    service.maxCarriages());
        }
        inTime("train service " + id, id, service.bookBy());
    }

    private void flightBooking(String id) {
        Flight flight = view.flights.get(id);
        if (flight == null) {
            violations.add(Rule.H13, id, "is booked, but there is no such flight");
            return;
        }
        if (view.passengers(id) < flight.minPassengers()) {
            violations.add(
                    Rule.H13,
                    "flight " + id,
                    view.passengers(id) + " passengers, at least " + flight.minPassengers() + " are needed",
                    "MINIMUM",
                    view.passengers(id),
                    flight.minPassengers());
        }
        inTime("flight " + id, id, flight.bookBy());
    }

    /** What is pinned was booked by an earlier plan, in its time. */
    private void inTime(String where, String id, Instant bookBy) {
        if (view.problem.asOf().isAfter(bookBy) && !pinned.contains(id)) {
            violations.add(Rule.H14, where, "had to be booked by " + bookBy + ", asOf is " + view.problem.asOf());
        }
    }

    private void rides(String id, boolean booked) {
        if (!booked && !view.riders(id).isEmpty()) {
            violations.add(Rule.H13, id, view.passengers(id) + " persons ride it, but it is not booked");
        }
    }

    private void trainLoad(TrainService service, int carriages) {
        for (int i = 0; i + 1 < service.calls().size(); i++) {
            int segment = i;
            List<PlanView.Rider> aboard = view.riders(service.id()).stream()
                    .filter(rider -> TrainCalls.rides(service, rider.leg(), segment))
                    .toList();
            load(
                    service.id(),
                    " after " + service.calls().get(i).place(),
                    aboard,
                    carriages * service.seatsPerCarriage(),
                    carriages * service.wheelchairSpacesPerCarriage());
        }
    }

    private void load(String id, String segment, List<PlanView.Rider> aboard, int seats, int spaces) {
        long persons =
                aboard.stream().mapToLong(rider -> rider.journey().headcount()).sum();
        long wheelchairs = aboard.stream()
                .mapToLong(rider -> rider.journey().wheelchairs())
                .sum();
        if (persons > seats) {
            violations.add(
                    Rule.H01,
                    id,
                    persons + " passengers" + segment + " on " + seats + " seats",
                    "SEATS",
                    persons,
                    seats);
        }
        if (wheelchairs > spaces) {
            violations.add(
                    Rule.H01,
                    id,
                    wheelchairs + " wheelchairs" + segment + " on " + spaces + " spaces",
                    "WHEELCHAIRS",
                    wheelchairs,
                    spaces);
        }
    }
}
