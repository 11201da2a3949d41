package io.chunfeng.solver;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.CodeVersion;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanKpis;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a solution of the solver as a plan, pinned parts included. */
final class PlanBuilder {
    private final Instance in;
    private final PlanningProblem problem;
    private final Planner.Options options;
    private final Clock clock;
    private final TripScheduler scheduler;
    private final Diagnosis diagnosis;
    private final Map<String, ServiceFact> services = new HashMap<>();

    PlanBuilder(Instance in, Planner.Options options, Clock clock) {
        this.in = in;
        this.problem = in.problem;
        this.options = options;
        this.clock = clock;
        this.scheduler = new TripScheduler(in);
        this.diagnosis = new Diagnosis(in);
        in.services.forEach(service -> services.put(service.id, service));
    }

    Plan build(Assignment solution) {
        Map<Integer, UnfoldedTrip> unfolded = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        List<Plan.CoachTrip> trips = new ArrayList<>(problem.pinned().coachTrips());
        Set<String> taken = new HashSet<>();
        trips.forEach(trip -> taken.add(trip.id()));
        Set<String> published = new HashSet<>();
        problem.published().coachTrips().forEach(trip -> published.add(trip.id()));
        int number = 0;
        for (CoachSlot slot : inOrderOfDeparture(solution)) {
            PublishedTrip followed = slot.getSchedule().follows();
            String name = followed == null ? null : followed.id();
            while (name == null || !taken.add(name)) {
                do {
                    number++;
                    name = "C" + number;
                } while (published.contains(name));
            }
            UnfoldedTrip trip = scheduler.unfold(slot.getSchedule());
            unfolded.put(slot.id(), trip);
            names.put(slot.id(), name);
            trips.add(coachTrip(name, trip));
        }
        List<Plan.Journey> journeys = new ArrayList<>(problem.pinned().journeys());
        for (GroupPart part : solution.getParts()) {
            if (part.getItinerary() != null) {
                journeys.add(journey(part, unfolded, names));
            }
        }
        List<Plan.TrainBooking> trains = trainBookings(solution);
        List<Plan.FlightBooking> flights = flightBookings(journeys);
        List<Plan.Unserved> unserved = unserved(solution);
        return new Plan(
                problem.id(),
                options.config().getFileName().toString(),
                options.seed(),
                options.mapSha256(),
                CodeVersion.current(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                trips,
                trains,
                flights,
                journeys,
                unserved,
                PlanCosts.score(problem, trips, trains, flights, journeys, unserved),
                PlanKpis.kpis(problem, trips, trains, flights, journeys));
    }

    private static List<CoachSlot> inOrderOfDeparture(Assignment solution) {
        Set<Integer> used = new HashSet<>();
        for (GroupPart part : solution.getParts()) {
            if (part.getItinerary() != null) {
                used.add(part.getItinerary().coachOut());
                used.add(part.getItinerary().coachIn());
            }
        }
        return solution.getSlots().stream()
                .filter(slot -> used.contains(slot.id()))
                .sorted(Comparator.comparingLong(
                                (CoachSlot slot) -> slot.getSchedule().busyFrom())
                        .thenComparing(CoachSlot::id))
                .toList();
    }

    private static Plan.CoachTrip coachTrip(String name, UnfoldedTrip trip) {
        TripSchedule schedule = trip.schedule();
        return new Plan.CoachTrip(
                name,
                schedule.pool().pool.id(),
                schedule.drivers(),
                trip.loadedMetres(),
                trip.emptyMetres(),
                trip.events(),
                PlanCosts.coachTripFen(
                        schedule.pool().pool,
                        schedule.drivers(),
                        trip.loadedMetres(),
                        trip.emptyMetres(),
                        schedule.busyUntil() - schedule.busyFrom()));
    }

    private Plan.Journey journey(GroupPart part, Map<Integer, UnfoldedTrip> unfolded, Map<Integer, String> names) {
        Itinerary itinerary = part.getItinerary();
        List<Plan.Leg> legs = new ArrayList<>(3);
        if (itinerary.coachOut() != Itinerary.NONE) {
            legs.add(coachLeg(itinerary.taskOut(part.group()), itinerary.coachOut(), unfolded, names));
        }
        RideOption ride = itinerary.ride();
        if (ride != null) {
            legs.add(new Plan.Leg(
                    ride.service().id,
                    in.placeIds[ride.service().place[ride.board()]],
                    Instant.ofEpochSecond(ride.departure()),
                    in.placeIds[ride.service().place[ride.alight()]],
                    Instant.ofEpochSecond(ride.arrival())));
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            legs.add(coachLeg(itinerary.taskIn(part.group()), itinerary.coachIn(), unfolded, names));
        }
        return new Plan.Journey(part.group().group.id(), itinerary.headcount(), itinerary.wheelchairs(), legs);
    }

    private Plan.Leg coachLeg(LegTask task, int slot, Map<Integer, UnfoldedTrip> unfolded, Map<Integer, String> names) {
        UnfoldedTrip trip = unfolded.get(slot);
        return new Plan.Leg(
                names.get(slot),
                in.placeIds[task.board()],
                trip.boardAt(task.board()),
                in.placeIds[task.alight()],
                trip.alightAt(task.alight()));
    }

    private List<Plan.TrainBooking> trainBookings(Assignment solution) {
        Map<String, Roster.Load> loads = loads(solution);
        Map<String, Plan.TrainBooking> pinned = new HashMap<>();
        problem.pinned().trainBookings().forEach(booking -> pinned.put(booking.serviceId(), booking));
        List<Plan.TrainBooking> bookings = new ArrayList<>();
        for (TrainService train : problem.trainServices()) {
            ServiceFact service = services.get(train.id());
            Roster.Load load = loads.get(train.id());
            int passengers = load == null ? 0 : load.passengers;
            int carriages = pinned.containsKey(train.id())
                    ? pinned.get(train.id()).carriages()
                    : service == null || load == null
                            ? 0
                            : service.units(load.persons, load.wheelchairs, load.passengers);
            if (carriages > 0) {
                bookings.add(
                        new Plan.TrainBooking(train.id(), carriages, PlanCosts.trainFen(train, carriages, passengers)));
            }
        }
        return bookings;
    }

    private List<Plan.FlightBooking> flightBookings(List<Plan.Journey> journeys) {
        Map<String, Integer> passengers = PlanCosts.passengers(journeys);
        List<Plan.FlightBooking> bookings = new ArrayList<>();
        for (Flight flight : problem.flights()) {
            int persons = passengers.getOrDefault(flight.id(), 0);
            if (persons > 0) {
                bookings.add(new Plan.FlightBooking(flight.id(), persons, PlanCosts.flightFen(flight, persons)));
            }
        }
        return bookings;
    }

    /** Loads of the services that somebody rides; pinned riders are part of every load. */
    private Map<String, Roster.Load> loads(Assignment solution) {
        Map<String, Roster.Load> loads = new HashMap<>();
        for (ServiceFact service : in.services) {
            if (service.pinnedPassengers > 0) {
                loads.put(service.id, new Roster.Load(service));
            }
        }
        for (GroupPart part : solution.getParts()) {
            Itinerary itinerary = part.getItinerary();
            if (itinerary != null && itinerary.ride() != null) {
                ServiceFact service = itinerary.ride().service();
                loads.computeIfAbsent(service.id, id -> new Roster.Load(service))
                        .add(itinerary, 1);
            }
        }
        return loads;
    }

    private List<Plan.Unserved> unserved(Assignment solution) {
        List<Plan.Unserved> unserved = new ArrayList<>();
        for (GroupFact group : in.groups) {
            int persons = group.headcount;
            int wheelchairs = group.wheelchairs;
            for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
                Itinerary itinerary = solution.getParts().get(p).getItinerary();
                if (itinerary != null) {
                    persons -= itinerary.headcount();
                    wheelchairs -= itinerary.wheelchairs();
                }
            }
            if (persons > 0) {
                unserved.add(new Plan.Unserved(
                        group.group.id(),
                        persons,
                        wheelchairs,
                        diagnosis.of(group, persons, wheelchairs),
                        Diagnosis.untried()));
            }
        }
        return unserved;
    }
}
