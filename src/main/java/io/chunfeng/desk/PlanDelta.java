package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What one plan has and another has not. A step of a draft is kept as this, so that it can be taken back and made again
 * exactly, and a draft of a large plan stays small.
 *
 * @param removed the plan before with only those entries that are gone or changed, and all of its figures
 * @param removedAt where they stood in the plan before
 * @param added the plan after with only those entries that are new or changed, and all of its figures
 * @param addedAt where they stand in the plan after
 */
public record PlanDelta(Plan removed, Positions removedAt, Plan added, Positions addedAt) {

    /** Ascending indices in the lists of a plan. */
    public record Positions(
            List<Integer> coachTrips,
            List<Integer> trainBookings,
            List<Integer> flightBookings,
            List<Integer> journeys,
            List<Integer> unserved) {
        public Positions {
            coachTrips = List.copyOf(coachTrips);
            trainBookings = List.copyOf(trainBookings);
            flightBookings = List.copyOf(flightBookings);
            journeys = List.copyOf(journeys);
            unserved = List.copyOf(unserved);
        }
    }

    /** Indices of what two lists do not share; the rest stands in both in the same order. */
    private record Gaps(List<Integer> before, List<Integer> after) {
        static <T> Gaps of(List<T> before, List<T> after) {
            Map<T, Integer> left = new HashMap<>(before.size() * 2);
            before.forEach(one -> left.merge(one, 1, Integer::sum));
            List<Integer> gone = new ArrayList<>();
            List<Integer> come = new ArrayList<>();
            int b = 0;
            int a = 0;
            while (b < before.size() && a < after.size()) {
                T old = before.get(b);
                T now = after.get(a);
                if (old.equals(now)) {
                    left.merge(old, -1, Integer::sum);
                    a++;
                    b++;
                } else if (left.getOrDefault(now, 0) <= 0) {
                    come.add(a++);
                } else {
                    left.merge(old, -1, Integer::sum);
                    gone.add(b++);
                }
            }
            while (b < before.size()) {
                gone.add(b++);
            }
            while (a < after.size()) {
                come.add(a++);
            }
            return new Gaps(gone, come);
        }
    }

    public static PlanDelta of(Plan before, Plan after) {
        Gaps trips = Gaps.of(before.coachTrips(), after.coachTrips());
        Gaps trains = Gaps.of(before.trainBookings(), after.trainBookings());
        Gaps flights = Gaps.of(before.flightBookings(), after.flightBookings());
        Gaps journeys = Gaps.of(before.journeys(), after.journeys());
        Gaps unserved = Gaps.of(before.unserved(), after.unserved());
        Positions from = new Positions(trips.before, trains.before, flights.before, journeys.before, unserved.before);
        Positions to = new Positions(trips.after, trains.after, flights.after, journeys.after, unserved.after);
        return new PlanDelta(only(before, from), from, only(after, to), to);
    }

    private static Plan only(Plan plan, Positions at) {
        return with(
                plan,
                at.coachTrips.stream().map(plan.coachTrips()::get).toList(),
                at.trainBookings.stream().map(plan.trainBookings()::get).toList(),
                at.flightBookings.stream().map(plan.flightBookings()::get).toList(),
                at.journeys.stream().map(plan.journeys()::get).toList(),
                at.unserved.stream().map(plan.unserved()::get).toList());
    }

    /** @throws IllegalArgumentException when this is not what was done to such a plan */
    public Plan apply(Plan plan) {
        return with(
                added,
                patched(plan, Plan::coachTrips, Positions::coachTrips),
                patched(plan, Plan::trainBookings, Positions::trainBookings),
                patched(plan, Plan::flightBookings, Positions::flightBookings),
                patched(plan, Plan::journeys, Positions::journeys),
                patched(plan, Plan::unserved, Positions::unserved));
    }

    /** What takes it back. */
    public PlanDelta inverse() {
        return new PlanDelta(added, addedAt, removed, removedAt);
    }

    public boolean nothing() {
        return removed.equals(added);
    }

    private <T> List<T> patched(Plan plan, Function<Plan, List<T>> part, Function<Positions, List<Integer>> positions) {
        List<T> before = part.apply(plan);
        List<T> gone = part.apply(removed);
        List<Integer> goneAt = positions.apply(removedAt);
        List<T> come = part.apply(added);
        List<Integer> comeAt = positions.apply(addedAt);
        for (int i = 0; i < goneAt.size(); i++) {
            if (goneAt.get(i) >= before.size() || !before.get(goneAt.get(i)).equals(gone.get(i))) {
                throw new IllegalArgumentException("the plan is not the one that was changed: " + gone.get(i));
            }
        }
        List<T> after = new ArrayList<>(before.size() + come.size());
        int nextGone = 0;
        int nextCome = 0;
        for (int b = 0; b < before.size(); b++) {
            if (nextGone < goneAt.size() && goneAt.get(nextGone) == b) {
                nextGone++;
                continue;
            }
            while (nextCome < comeAt.size() && comeAt.get(nextCome) == after.size()) {
                after.add(come.get(nextCome++));
            }
            after.add(before.get(b));
        }
        after.addAll(come.subList(nextCome, come.size()));
        return after;
    }

    private static Plan with(
            Plan figures,
            List<Plan.CoachTrip> trips,
            List<Plan.TrainBooking> trains,
            List<Plan.FlightBooking> flights,
            List<Plan.Journey> journeys,
            List<Plan.Unserved> unserved) {
        return new Plan(
                figures.problemId(),
                figures.solverConfig(),
                figures.seed(),
                figures.mapSha256(),
                figures.codeVersion(),
                figures.createdAt(),
                trips,
                trains,
                flights,
                journeys,
                unserved,
                figures.score(),
                figures.kpis());
    }

    /** Generalised cost, more if positive. */
    public long costFen() {
        return added.score().costFen() - removed.score().costFen();
    }

    /** People who travel, more if positive. */
    public int persons() {
        return added.kpis().persons() - removed.kpis().persons();
    }

    /** Groups whose people travel otherwise. */
    public Set<String> groups() {
        Set<String> groups = new HashSet<>();
        for (Plan plan : List.of(removed, added)) {
            plan.journeys().forEach(journey -> groups.add(journey.groupId()));
            plan.unserved().forEach(rest -> groups.add(rest.groupId()));
        }
        return groups;
    }

    /** People of a group on one leg. */
    private record Riders(String groupId, int headcount, int wheelchairs, Plan.Leg leg) {}

    /** Ids of trips, trains and flights that change, are new or are gone. */
    public Set<String> vehicles() {
        Set<String> vehicles = new HashSet<>();
        for (Plan plan : List.of(removed, added)) {
            plan.coachTrips().forEach(trip -> vehicles.add(trip.id()));
            plan.trainBookings().forEach(booking -> vehicles.add(booking.serviceId()));
            plan.flightBookings().forEach(booking -> vehicles.add(booking.flightId()));
        }
        Map<Riders, Integer> riders = new HashMap<>();
        count(removed, riders, -1);
        count(added, riders, 1);
        riders.forEach((on, difference) -> {
            if (difference != 0) {
                vehicles.add(on.leg.vehicle());
            }
        });
        return vehicles;
    }

    private static void count(Plan plan, Map<Riders, Integer> riders, int sign) {
        for (Plan.Journey journey : plan.journeys()) {
            for (Plan.Leg leg : journey.legs()) {
                riders.merge(
                        new Riders(journey.groupId(), journey.headcount(), journey.wheelchairs(), leg),
                        sign,
                        Integer::sum);
            }
        }
    }
}
