package io.chunfeng.plan;

import io.chunfeng.demand.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the problem of planning anew what was published: what has begun or is pinned stays, everything else may change at
 * the price of {@link Rules.Weights#fenPerChangedBoarding()}. Described in src/docs/planner.md.
 */
public final class Replanning {
    private Replanning() {}

    /**
     * The changed problem, with what stays pinned as far as that can be told without roads.
     *
     * @param problem that the plan was made for
     * @param published a valid plan of it
     * @throws IllegalArgumentException naming an id that does not exist, or a count that is not possible
     */
    public static PlanningProblem problem(PlanningProblem problem, Plan published, Changes changes) {
        Set<String> failed = new HashSet<>();
        changes.changes().stream()
                .filter(Change.CoachFailed.class::isInstance)
                .forEach(change -> failed.add(((Change.CoachFailed) change).tripId()));
        return problem(
                AppliedChanges.to(problem, published, changes), problem, published, changes.pinnedTrips(), failed);
    }

    /**
     * The same for a problem that was built anew, with the groups and the capacity of today.
     *
     * @param now without its matrix, or with it; its {@code asOf} is now
     * @param before the problem that the plan was made for: what is under way may name what {@code now} has no more
     * @param pinnedTrips ids of coach trips that must run although they have not begun
     * @param failedTrips ids of coach trips that do not run whatever has begun
     */
    public static PlanningProblem problem(
            PlanningProblem now,
            PlanningProblem before,
            Plan published,
            Set<String> pinnedTrips,
            Set<String> failedTrips) {
        Set<String> trips = new LinkedHashSet<>(pinnedTrips);
        before.pinned().coachTrips().forEach(trip -> trips.add(trip.id()));
        published.coachTrips().stream()
                .filter(trip -> trip.busyFrom().isBefore(now.asOf()))
                .forEach(trip -> trips.add(trip.id()));
        trips.removeAll(failedTrips);
        Set<Plan.Journey> journeys = new LinkedHashSet<>(before.pinned().journeys());
        journeys.addAll(begun(now, published));
        Set<String> bookings = booked(before, now);
        journeys.addAll(ticketed(before, bookings, published));
        close(published, trips, journeys);
        trips.removeAll(failedTrips);
        PlanningProblem.Pinned candidates = new PlanningProblem.Pinned(
                published.coachTrips().stream()
                        .filter(trip -> trips.contains(trip.id()))
                        .toList(),
                published.trainBookings().stream()
                        .filter(booking -> bookings.contains(booking.serviceId()))
                        .toList(),
                published.flightBookings().stream()
                        .filter(booking -> bookings.contains(booking.flightId()))
                        .toList(),
                published.journeys().stream().filter(journeys::contains).toList());
        PlanningProblem whole = WithUnderWay.of(now, before, candidates, PlanningProblem.Pinned.of(published));
        return onRoads(whole.withPinned(Pins.known(whole, candidates)));
    }

    /**
     * Releases what cannot stay pinned: what breaks a rule on the roads of the matrix or with the coaches that are left.
     * Nothing changes while there is no matrix.
     */
    public static PlanningProblem onRoads(PlanningProblem replan) {
        return replan.matrix() == null ? replan : replan.withPinned(Pins.valid(replan));
    }

    /**
     * The problem with some trips of a plan of it pinned beside what is pinned already: with everybody on them and all other
     * trips and flights of these people. Bookings of trains stay free to grow.
     *
     * @param tripIds of coach trips of the plan
     */
    public static PlanningProblem pinning(PlanningProblem problem, Plan plan, Set<String> tripIds) {
        PlanningProblem.Pinned before = problem.pinned();
        Set<String> trips = new LinkedHashSet<>(tripIds);
        before.coachTrips().forEach(trip -> trips.add(trip.id()));
        Set<Plan.Journey> journeys = new LinkedHashSet<>(before.journeys());
        close(plan, trips, journeys);
        Set<String> vehicles = PlanCosts.passengers(List.copyOf(journeys)).keySet();
        Set<String> booked = new HashSet<>();
        before.flightBookings().forEach(booking -> booked.add(booking.flightId()));
        return problem.withPinned(new PlanningProblem.Pinned(
                plan.coachTrips().stream()
                        .filter(trip -> trips.contains(trip.id()))
                        .toList(),
                before.trainBookings(),
                plan.flightBookings().stream()
                        .filter(booking -> booked.contains(booking.flightId()) || vehicles.contains(booking.flightId()))
                        .toList(),
                plan.journeys().stream().filter(journeys::contains).toList()));
    }

    private static List<Plan.Journey> begun(PlanningProblem now, Plan published) {
        return published.journeys().stream()
                .filter(journey -> journey.legs().get(0).boardAt().isBefore(now.asOf()))
                .toList();
    }

    /** Trains and flights that cannot be booked again, and those pinned before: their bookings stay. */
    private static Set<String> booked(PlanningProblem before, PlanningProblem now) {
        Set<String> booked = new HashSet<>();
        before.pinned().trainBookings().forEach(booking -> booked.add(booking.serviceId()));
        before.pinned().flightBookings().forEach(booking -> booked.add(booking.flightId()));
        before.trainServices().stream()
                .filter(service -> service.bookBy().isBefore(now.asOf()))
                .forEach(service -> booked.add(service.id()));
        before.flights().stream()
                .filter(flight -> flight.bookBy().isBefore(now.asOf()))
                .forEach(flight -> booked.add(flight.id()));
        return booked;
    }

    /** Flights have their minimum: after the deadline those who are booked stay booked. */
    private static List<Plan.Journey> ticketed(PlanningProblem before, Set<String> bookings, Plan published) {
        Set<String> flights = new HashSet<>();
        before.flights().stream()
                .filter(flight -> bookings.contains(flight.id()))
                .forEach(flight -> flights.add(flight.id()));
        return published.journeys().stream()
                .filter(journey -> journey.legs().stream().anyMatch(leg -> flights.contains(leg.vehicle())))
                .toList();
    }

    /** All riders of a pinned trip are pinned, all trips and flights of a pinned journey, too. */
    private static void close(Plan published, Set<String> trips, Set<Plan.Journey> journeys) {
        Map<String, Plan.CoachTrip> known = PlanCosts.byId(published.coachTrips(), Plan.CoachTrip::id);
        Set<String> flights = new HashSet<>();
        published.flightBookings().forEach(booking -> flights.add(booking.flightId()));
        Set<String> vehicles = new HashSet<>(trips);
        List<Plan.Journey> open = new ArrayList<>(published.journeys());
        boolean grew = true;
        while (grew) {
            grew = open.removeIf(journey -> {
                boolean stays = journeys.contains(journey)
                        || journey.legs().stream().anyMatch(leg -> vehicles.contains(leg.vehicle()));
                if (stays) {
                    journeys.add(journey);
                    journey.legs().stream()
                            .map(Plan.Leg::vehicle)
                            .filter(id -> known.containsKey(id) || flights.contains(id))
                            .forEach(vehicles::add);
                }
                return stays;
            });
        }
        vehicles.stream().filter(known::containsKey).forEach(trips::add);
    }

    /** People of a group who are under way and cannot be called back: persons and, of these, wheelchair users. */
    static int[] underWay(Group group, PlanningProblem problem, PlanningProblem.Pinned pinned) {
        int[] sum = new int[2];
        for (Plan.Journey journey : pinned.journeys()) {
            if (journey.groupId().equals(group.id())
                    && journey.legs().get(0).boardAt().isBefore(problem.asOf())) {
                sum[0] += journey.headcount();
                sum[1] += journey.wheelchairs();
            }
        }
        return sum;
    }
}
