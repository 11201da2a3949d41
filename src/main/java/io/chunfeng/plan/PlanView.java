package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.road.RoadMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Problem and plan looked up by id; nothing in it has been checked yet. */
final class PlanView {
    /** A part of a group on one of its legs. */
    record Rider(Plan.Journey journey, Plan.Leg leg, String where) {}

    final PlanningProblem problem;
    final Plan plan;
    final Map<String, Group> groups;
    final Map<String, CoachPool> pools;
    final Map<String, TrainService> services;
    final Map<String, Flight> flights;
    final Map<String, Place> places;
    final Map<String, Plan.CoachTrip> trips;
    private final Map<String, List<Rider>> riders = new HashMap<>();
    private final Set<String> pinnedTrips = new HashSet<>();
    private final Set<Plan.Journey> pinnedJourneys;
    private final RoadMatrix matrix;
    private final Map<String, Integer> index;

    PlanView(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        groups = PlanCosts.byId(problem.groups(), Group::id);
        pools = PlanCosts.byId(problem.coachPools(), CoachPool::id);
        services = PlanCosts.byId(problem.trainServices(), TrainService::id);
        flights = PlanCosts.byId(problem.flights(), Flight::id);
        places = PlanCosts.byId(problem.places(), Place::id);
        trips = PlanCosts.byId(plan.coachTrips(), Plan.CoachTrip::id);
        matrix = problem.matrix();
        index = matrix.index();
        problem.pinned().coachTrips().forEach(trip -> pinnedTrips.add(trip.id()));
        pinnedJourneys = new HashSet<>(problem.pinned().journeys());
        for (int i = 0; i < plan.journeys().size(); i++) {
            Plan.Journey journey = plan.journeys().get(i);
            for (Plan.Leg leg : journey.legs()) {
                riders.computeIfAbsent(leg.vehicle(), id -> new ArrayList<>()).add(new Rider(journey, leg, where(i)));
            }
        }
    }

    /** Name of a journey in messages. */
    String where(int journey) {
        return "journeys[" + journey + "] of " + plan.journeys().get(journey).groupId();
    }

    List<Rider> riders(String vehicle) {
        return riders.getOrDefault(vehicle, List.of());
    }

    int passengers(String vehicle) {
        return riders(vehicle).stream()
                .mapToInt(rider -> rider.journey().headcount())
                .sum();
    }

    boolean pinned(Plan.CoachTrip trip) {
        return pinnedTrips.contains(trip.id());
    }

    boolean pinned(Plan.Journey journey) {
        return pinnedJourneys.contains(journey);
    }

    /** What began before {@code asOf} is no longer judged by windows and roads that have changed since. */
    boolean underWay(Plan.CoachTrip trip) {
        return pinned(trip) && trip.busyFrom().isBefore(problem.asOf());
    }

    boolean underWay(Plan.Journey journey) {
        return pinned(journey) && journey.legs().get(0).boardAt().isBefore(problem.asOf());
    }

    /** Whether a leg's vehicle is a train or a flight: the main leg of its journey. */
    boolean scheduled(Plan.Leg leg) {
        return services.containsKey(leg.vehicle()) || flights.containsKey(leg.vehicle());
    }

    /** By road, {@link RoadMatrix#UNREACHABLE} also where a place is unknown. */
    int metres(String from, String to) {
        return index.containsKey(from) && index.containsKey(to)
                ? matrix.metres()[index.get(from)][index.get(to)]
                : RoadMatrix.UNREACHABLE;
    }

    int seconds(String from, String to) {
        return index.containsKey(from) && index.containsKey(to)
                ? matrix.seconds()[index.get(from)][index.get(to)]
                : RoadMatrix.UNREACHABLE;
    }

    double expressway(String from, String to) {
        return index.containsKey(from) && index.containsKey(to)
                ? matrix.expressway()[index.get(from)][index.get(to)]
                : 0;
    }

    /** Nothing lies between the two: the same place, or no metres and no seconds. */
    boolean together(String from, String to) {
        return from.equals(to) || metres(from, to) == 0 && seconds(from, to) == 0;
    }

    /** Whether the shorter of both directions is within the walk that rules admit to and from stations. */
    boolean walkable(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int walk = problem.rules().walkMetres();
        int there = metres(one, other);
        int back = metres(other, one);
        return there != RoadMatrix.UNREACHABLE && there <= walk || back != RoadMatrix.UNREACHABLE && back <= walk;
    }
}
