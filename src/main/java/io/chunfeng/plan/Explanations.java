package io.chunfeng.plan;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.VehicleExplanation.Fill;
import io.chunfeng.plan.VehicleExplanation.Section;
import io.chunfeng.plan.VehicleExplanation.TimeBound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the vehicles of a plan from the problem and the plan alone, whoever made the plan. */
public final class Explanations {
    private final PlanView view;
    private final VehicleCosts costs;

    /** @throws IllegalArgumentException when the problem has no matrix */
    public Explanations(PlanningProblem problem, Plan plan) {
        if (problem.matrix() == null) {
            throw new IllegalArgumentException("the problem " + problem.id() + " has no matrix to explain a plan with");
        }
        view = new PlanView(problem, plan);
        costs = VehicleCosts.of(problem, plan);
    }

    public VehicleCosts costs() {
        return costs;
    }

    /** Of a coach trip, or of a train or flight that is booked; empty when the plan has none of that id. */
    public Optional<VehicleExplanation> of(String vehicle) {
        if (view.trips.containsKey(vehicle)) {
            return Optional.of(coach(view.trips.get(vehicle)));
        }
        for (Plan.TrainBooking booking : view.plan.trainBookings()) {
            if (booking.serviceId().equals(vehicle) && view.services.containsKey(vehicle)) {
                return Optional.of(train(view.services.get(vehicle), booking));
            }
        }
        return view.plan.flightBookings().stream()
                .filter(booking -> booking.flightId().equals(vehicle) && view.flights.containsKey(vehicle))
                .findFirst()
                .map(booking -> flight(view.flights.get(vehicle)));
    }

    private VehicleExplanation coach(Plan.CoachTrip trip) {
        TripDay day = TripDay.of(view, trip);
        return new VehicleExplanation(
                trip.id(),
                costs.lines(trip.id()),
                coachSections(trip),
                null,
                day == null ? List.of() : WhyThisTime.of(view, trip, day),
                RestReasons.of(view.problem.rules(), trip),
                day == null ? null : drivers(trip, day));
    }

    private BindingReason drivers(Plan.CoachTrip trip, TripDay day) {
        if (trip.drivers() < 2) {
            return null;
        }
        if (WhyThisTime.needsDriversByHours(view, trip, day)) {
            return BindingReason.HOURS_24;
        }
        Rules.DriverHours hours = view.problem.rules().driverHours();
        boolean expressway = day.expresswayMetres >= DriverHoursCheck.EXPRESSWAY_SHARE.doubleValue() * day.loadedMetres;
        int limit = expressway ? hours.secondDriverExpresswayMetres() : hours.secondDriverMetres();
        return hours.enabled() && trip.drivers() == 2 && day.loadedMetres >= limit
                ? BindingReason.SECOND_DRIVER
                : BindingReason.FREE;
    }

    private List<Section> coachSections(Plan.CoachTrip trip) {
        List<TripStop> stops = TripStop.of(view, trip);
        int seats = 0;
        int spaces = 0;
        if (view.pools.containsKey(trip.poolId())) {
            seats = view.pools.get(trip.poolId()).approvedSeats() - trip.drivers();
            spaces = view.pools.get(trip.poolId()).wheelchairSpaces();
        }
        List<Section> sections = new ArrayList<>();
        long persons = 0;
        long wheelchairs = 0;
        for (int k = 0; k + 1 < stops.size(); k++) {
            persons += persons(stops.get(k).boarding()) - persons(stops.get(k).alighting());
            wheelchairs += wheelchairs(stops.get(k).boarding())
                    - wheelchairs(stops.get(k).alighting());
            Plan.Stop from = stops.get(k).event();
            Plan.Stop to = stops.get(k + 1).event();
            sections.add(section(from.place(), to.place(), from.to(), to.from(), persons, wheelchairs, seats, spaces));
        }
        return sections;
    }

    private VehicleExplanation train(TrainService service, Plan.TrainBooking booking) {
        List<Section> sections = new ArrayList<>();
        List<TrainService.Call> calls = service.calls();
        for (int i = 0; i + 1 < calls.size(); i++) {
            int segment = i;
            List<PlanView.Rider> aboard = view.riders(service.id()).stream()
                    .filter(rider -> TrainCalls.rides(service, rider.leg(), segment))
                    .toList();
            sections.add(section(
                    calls.get(i).place(),
                    calls.get(i + 1).place(),
                    calls.get(i).depart(),
                    calls.get(i + 1).arrive(),
                    persons(aboard),
                    wheelchairs(aboard),
                    booking.carriages() * service.seatsPerCarriage(),
                    booking.carriages() * service.wheelchairSpacesPerCarriage()));
        }
        return scheduled(
                service.id(), sections, new Fill(booking.carriages(), service.minCarriages(), service.maxCarriages()));
    }

    private VehicleExplanation flight(Flight flight) {
        List<PlanView.Rider> aboard = view.riders(flight.id());
        Section section = section(
                flight.from(),
                flight.to(),
                flight.depart(),
                flight.arrive(),
                persons(aboard),
                wheelchairs(aboard),
                flight.seats(),
                flight.wheelchairSpaces());
        return scheduled(
                flight.id(), List.of(section), new Fill((int) persons(aboard), flight.minPassengers(), flight.seats()));
    }

    private VehicleExplanation scheduled(String id, List<Section> sections, Fill fill) {
        TimeBound timetable =
                new TimeBound(0, BindingReason.TIMETABLE, id, sections.get(0).depart(), 0);
        return new VehicleExplanation(id, costs.lines(id), sections, fill, List.of(timetable), List.of(), null);
    }

    private static Section section(
            String from,
            String to,
            Instant depart,
            Instant arrive,
            long persons,
            long wheelchairs,
            long seats,
            long spaces) {
        return new Section(from, to, depart, arrive, persons, wheelchairs, seats - persons, spaces - wheelchairs);
    }

    private static long persons(List<PlanView.Rider> riders) {
        return riders.stream().mapToLong(rider -> rider.journey().headcount()).sum();
    }

    private static long wheelchairs(List<PlanView.Rider> riders) {
        return riders.stream().mapToLong(rider -> rider.journey().wheelchairs()).sum();
    }
}
