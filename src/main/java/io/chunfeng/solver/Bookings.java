package io.chunfeng.solver;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bookings of trains and flights for other riders than before: as small as they can be. Those with as many riders on every
 * stretch, and pinned ones, stay.
 */
final class Bookings {
    private final PlanningProblem problem;
    private final Plan before;
    private final List<Plan.Journey> journeys;

    /** @param journeys who rides now */
    Bookings(PlanningProblem problem, Plan before, List<Plan.Journey> journeys) {
        this.problem = problem;
        this.before = before;
        this.journeys = journeys;
    }

    /** In the order of the problem. A booking may be larger than the train: nobody is left out here. */
    List<Plan.TrainBooking> trains() {
        Map<String, Plan.TrainBooking> booked = new HashMap<>();
        before.trainBookings().forEach(booking -> booked.put(booking.serviceId(), booking));
        Set<String> pinned = new HashSet<>();
        problem.pinned().trainBookings().forEach(booking -> pinned.add(booking.serviceId()));
        Map<String, List<Plan.Journey>> then = riders(before.journeys());
        Map<String, List<Plan.Journey>> now = riders(journeys);
        Map<String, Integer> passengers = PlanCosts.passengers(journeys);
        List<Plan.TrainBooking> bookings = new ArrayList<>();
        for (TrainService train : problem.trainServices()) {
            List<Plan.Journey> riders = now.getOrDefault(train.id(), List.of());
            Plan.TrainBooking old = booked.get(train.id());
            boolean same = pinned.contains(train.id())
                    || loads(train, riders).equals(loads(train, then.getOrDefault(train.id(), List.of())));
            int carriages = same ? old == null ? 0 : old.carriages() : riders.isEmpty() ? 0 : carriages(train, riders);
            if (carriages > 0) {
                bookings.add(new Plan.TrainBooking(
                        train.id(),
                        carriages,
                        PlanCosts.trainFen(train, carriages, passengers.getOrDefault(train.id(), 0))));
            }
        }
        return bookings;
    }

    /** Journeys by vehicle. */
    private static Map<String, List<Plan.Journey>> riders(List<Plan.Journey> journeys) {
        Map<String, List<Plan.Journey>> riders = new HashMap<>();
        for (Plan.Journey journey : journeys) {
            for (Plan.Leg leg : journey.legs()) {
                List<Plan.Journey> of = riders.computeIfAbsent(leg.vehicle(), id -> new ArrayList<>());
                if (of.isEmpty() || of.get(of.size() - 1) != journey) {
                    of.add(journey);
                }
            }
        }
        return riders;
    }

    /** On board after a call. */
    private record Load(int persons, int wheelchairs) {}

    private static List<Load> loads(TrainService train, List<Plan.Journey> riders) {
        List<Load> loads = new ArrayList<>();
        for (TrainService.Call call : train.calls()) {
            int persons = 0;
            int wheelchairs = 0;
            for (Plan.Journey journey : riders) {
                for (Plan.Leg leg : journey.legs()) {
                    if (leg.vehicle().equals(train.id())
                            && !leg.boardAt().isAfter(call.depart())
                            && leg.alightAt().isAfter(call.depart())) {
                        persons += journey.headcount();
                        wheelchairs += journey.wheelchairs();
                    }
                }
            }
            loads.add(new Load(persons, wheelchairs));
        }
        return loads;
    }

    private static int carriages(TrainService train, List<Plan.Journey> riders) {
        int needed = Math.max(1, train.minCarriages());
        for (Load load : loads(train, riders)) {
            needed = Math.max(needed, ServiceFact.ceilDiv(load.persons, train.seatsPerCarriage()));
            if (load.wheelchairs > 0 && train.wheelchairSpacesPerCarriage() > 0) {
                needed = Math.max(needed, ServiceFact.ceilDiv(load.wheelchairs, train.wheelchairSpacesPerCarriage()));
            }
        }
        return needed;
    }

    List<Plan.FlightBooking> flights() {
        Map<String, Integer> passengers = PlanCosts.passengers(journeys);
        Set<String> pinned = new HashSet<>();
        problem.pinned().flightBookings().forEach(booking -> pinned.add(booking.flightId()));
        List<Plan.FlightBooking> bookings = new ArrayList<>();
        for (Flight flight : problem.flights()) {
            int persons = passengers.getOrDefault(flight.id(), 0);
            if (persons > 0 || pinned.contains(flight.id())) {
                bookings.add(new Plan.FlightBooking(flight.id(), persons, PlanCosts.flightFen(flight, persons)));
            }
        }
        return bookings;
    }
}
