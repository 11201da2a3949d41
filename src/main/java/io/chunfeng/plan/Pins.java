package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a published plan can stay pinned in a changed problem. */
final class Pins {
    private Pins() {}

    /** Those that name only what the problem has, with no more people of a group than it has. */
    static PlanningProblem.Pinned known(PlanningProblem problem, PlanningProblem.Pinned wanted) {
        Map<String, CoachPool> pools = PlanCosts.byId(problem.coachPools(), CoachPool::id);
        Set<String> vehicles = new HashSet<>();
        List<Plan.CoachTrip> trips = wanted.coachTrips().stream()
                .filter(trip -> pools.containsKey(trip.poolId()))
                .toList();
        trips.forEach(trip -> vehicles.add(trip.id()));
        problem.trainServices().forEach(service -> vehicles.add(service.id()));
        problem.flights().forEach(flight -> vehicles.add(flight.id()));
        List<Plan.Journey> journeys = wanted.journeys().stream()
                .filter(journey -> journey.legs().stream().allMatch(leg -> vehicles.contains(leg.vehicle())))
                .toList();
        List<Plan.Journey> clipped = new ArrayList<>();
        for (Group group : problem.groups()) {
            clipped.addAll(clipped(
                    group,
                    problem.asOf(),
                    journeys.stream()
                            .filter(journey -> journey.groupId().equals(group.id()))
                            .toList()));
        }
        return booked(
                problem, new PlanningProblem.Pinned(trips, wanted.trainBookings(), wanted.flightBookings(), clipped));
    }

    /** People under way are all kept; of the others as many as the group has left. */
    private static List<Plan.Journey> clipped(Group group, Instant asOf, List<Plan.Journey> journeys) {
        int walkers = group.headcount() - group.wheelchairs();
        int users = group.wheelchairs();
        List<Plan.Journey> kept = new ArrayList<>();
        List<Plan.Journey> sorted = new ArrayList<>(journeys);
        sorted.sort(Comparator.comparing(journey -> journey.legs().get(0).boardAt()));
        for (Plan.Journey journey : sorted) {
            int keptUsers = Math.min(journey.wheelchairs(), users);
            int persons = keptUsers + Math.min(journey.headcount() - journey.wheelchairs(), walkers);
            boolean whole = persons == journey.headcount();
            boolean underWay = journey.legs().get(0).boardAt().isBefore(asOf);
            if (whole || underWay) {
                kept.add(journey);
            } else if (persons >= Math.max(1, group.minPart())) {
                kept.add(new Plan.Journey(journey.groupId(), persons, keptUsers, journey.legs()));
            } else {
                continue;
            }
            users -= keptUsers;
            walkers -= persons - keptUsers;
        }
        return kept;
    }

    /** Without what breaks a rule. What has begun goes last. */
    static PlanningProblem.Pinned valid(PlanningProblem problem) {
        PlanningProblem.Pinned pinned = problem.pinned();
        PlanningProblem.Pinned before;
        do {
            before = pinned;
            pinned = booked(problem, withoutOverdraft(problem, withoutViolations(problem, pinned)));
        } while (!pinned.equals(before));
        return pinned;
    }

    private static PlanningProblem.Pinned withoutViolations(PlanningProblem problem, PlanningProblem.Pinned pinned) {
        PlanView view = new PlanView(problem.withPinned(pinned), plan(problem, pinned));
        List<Plan.CoachTrip> trips = pinned.coachTrips().stream()
                .filter(trip -> {
                    Violations violations = new Violations();
                    TripCheck.check(view, trip, violations);
                    boolean runs =
                            view.underWay(trip) || !view.riders(trip.id()).isEmpty();
                    return runs && violations.none();
                })
                .toList();
        Set<String> kept = new HashSet<>();
        trips.forEach(trip -> kept.add(trip.id()));
        List<Plan.Journey> journeys = pinned.journeys().stream()
                .filter(journey -> {
                    Violations violations = new Violations();
                    JourneyCheck.check(view, journey, "", violations);
                    return violations.none()
                            && journey.legs().stream()
                                    .allMatch(leg -> kept.contains(leg.vehicle()) || view.scheduled(leg));
                })
                .toList();
        return new PlanningProblem.Pinned(trips, pinned.trainBookings(), pinned.flightBookings(), journeys);
    }

    /** H04: of too many trips the one that leaves last is released, and everybody who rides it. */
    private static PlanningProblem.Pinned withoutOverdraft(PlanningProblem problem, PlanningProblem.Pinned pinned) {
        List<Plan.CoachTrip> trips = new ArrayList<>(pinned.coachTrips());
        trips.sort(Comparator.comparing(Plan.CoachTrip::busyFrom));
        PlanningProblem.Pinned left = pinned;
        for (int last = trips.size() - 1;
                last >= 0 && overdrawn(problem, left, trips.get(last).poolId());
                last--) {
            String released = trips.get(last).id();
            left = new PlanningProblem.Pinned(
                    left.coachTrips().stream()
                            .filter(trip -> !trip.id().equals(released))
                            .toList(),
                    left.trainBookings(),
                    left.flightBookings(),
                    left.journeys().stream()
                            .filter(journey -> journey.legs().stream()
                                    .noneMatch(leg -> leg.vehicle().equals(released)))
                            .toList());
        }
        return left;
    }

    private static boolean overdrawn(PlanningProblem problem, PlanningProblem.Pinned pinned, String poolId) {
        Violations violations = new Violations();
        PoolCheck.check(new PlanView(problem, plan(problem, pinned)), violations);
        return violations.all().stream().anyMatch(violation -> violation.where().equals("coach pool " + poolId));
    }

    /**
     * The bookings of services that still run. A flight without its minimum is given up, and its people with it.
     */
    private static PlanningProblem.Pinned booked(PlanningProblem problem, PlanningProblem.Pinned pinned) {
        Map<String, Integer> passengers = PlanCosts.passengers(pinned.journeys());
        Map<String, TrainService> services = PlanCosts.byId(problem.trainServices(), TrainService::id);
        Map<String, Flight> flights = PlanCosts.byId(problem.flights(), Flight::id);
        Set<String> givenUp = new HashSet<>();
        flights.values().stream()
                .filter(flight -> passengers.getOrDefault(flight.id(), 0) < flight.minPassengers())
                .forEach(flight -> givenUp.add(flight.id()));
        return new PlanningProblem.Pinned(
                pinned.coachTrips(),
                pinned.trainBookings().stream()
                        .filter(booking -> services.containsKey(booking.serviceId()))
                        .toList(),
                pinned.flightBookings().stream()
                        .filter(booking -> flights.containsKey(booking.flightId()))
                        .filter(booking -> !givenUp.contains(booking.flightId()))
                        .filter(booking -> passengers.containsKey(booking.flightId()))
                        .toList(),
                pinned.journeys().stream()
                        .filter(journey -> journey.legs().stream().noneMatch(leg -> givenUp.contains(leg.vehicle())))
                        .toList());
    }

    /** Only what is pinned: enough for the rules of single trips, journeys and pools. */
    private static Plan plan(PlanningProblem problem, PlanningProblem.Pinned pinned) {
        return new Plan(
                problem.id(),
                "",
                0,
                null,
                problem.asOf(),
                pinned.coachTrips(),
                pinned.trainBookings(),
                pinned.flightBookings(),
                pinned.journeys(),
                List.of(),
                null,
                null);
    }
}
