package io.chunfeng.dispatch;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which trips of a plan go on under an order that is in force, which need a new one, and what becomes of the other orders.
 * Pure.
 *
 * @param trips coach trips with people that the plan counts for, by departure
 * @param reduced orders that lose some of their people
 * @param dropped orders that lose all of them
 * @param beside orders that stay as they are, because none of their people travel with this plan
 */
public record OrderSuccession(
        List<Trip> trips, List<TripOrder> reduced, List<TripOrder> dropped, List<TripOrder> beside) {

    /**
     * @param content without coach and drivers
     * @param before the order that it goes on under, or null
     */
    public record Trip(String id, OrderContent content, TripOrder before) {}

    public OrderSuccession {
        trips = List.copyOf(trips);
        reduced = List.copyOf(reduced);
        dropped = List.copyOf(dropped);
        beside = List.copyOf(beside);
    }

    public static OrderSuccession of(PlanningProblem problem, Plan plan, OrderSituation situation) {
        Map<String, OrderContent> contents = contents(problem, plan, situation.covered());
        List<TripOrder> open = new ArrayList<>();
        List<TripOrder> beside = new ArrayList<>();
        for (TripOrder order : situation.inForce()) {
            boolean touched = order.content().groups().stream().anyMatch(situation.released()::contains);
            (touched ? open : beside).add(order);
        }
        Map<String, TripOrder> before = new LinkedHashMap<>();
        // an order that carries others as well goes on for them: its trip is not this plan's
        BiPredicate<Map.Entry<String, OrderContent>, TripOrder> whole = (trip, order) ->
                situation.released().containsAll(order.content().groups());
        match(contents, open, before, whole.and((trip, order) -> trip.getValue().sameTrip(order.content())));
        match(contents, open, before, whole.and((trip, order) -> goesOn(trip, order)));
        List<TripOrder> reduced = new ArrayList<>();
        List<TripOrder> dropped = new ArrayList<>();
        for (TripOrder order : open) {
            if (situation.ran().contains(order.number())) {
                beside.add(order); // what has run stays what it was
            } else if (situation.released().containsAll(order.content().groups())) {
                dropped.add(order);
            } else {
                reduced.add(without(order, situation.released()));
            }
        }
        return new OrderSuccession(
                contents.entrySet().stream()
                        .map(trip -> new Trip(trip.getKey(), trip.getValue(), before.get(trip.getKey())))
                        .toList(),
                reduced,
                dropped,
                beside);
    }

    /** Every order in force that is not one of the plan's own trips. */
    public List<TripOrder> others() {
        List<TripOrder> others = new ArrayList<>(beside);
        others.addAll(reduced);
        return others;
    }

    private static void match(
            Map<String, OrderContent> contents,
            List<TripOrder> open,
            Map<String, TripOrder> before,
            BiPredicate<Map.Entry<String, OrderContent>, TripOrder> fits) {
        for (Map.Entry<String, OrderContent> trip : contents.entrySet()) {
            if (!before.containsKey(trip.getKey())) {
                open.stream()
                        .filter(order -> fits.test(trip, order))
                        .findFirst()
                        .ifPresent(order -> {
                            open.remove(order);
                            before.put(trip.getKey(), order);
                        });
            }
        }
    }

    /** Plans that replace one another keep the ids of trips; ids alone mean nothing between plans made apart. */
    private static boolean goesOn(Map.Entry<String, OrderContent> trip, TripOrder order) {
        Set<String> shared = new HashSet<>(trip.getValue().groups());
        shared.retainAll(order.content().groups());
        return trip.getKey().equals(order.tripId())
                && trip.getValue().poolId().equals(order.content().poolId())
                && !shared.isEmpty();
    }

    private static TripOrder without(TripOrder order, Set<String> released) {
        List<OrderRider> left = order.content().riders().stream()
                .filter(rider -> !released.contains(rider.groupId()))
                .toList();
        return new TripOrder(
                order.number(),
                order.version(),
                order.state(),
                order.publication(),
                order.planId(),
                order.tripId(),
                order.content().withRiders(left),
                order.reason(),
                order.issuedAt(),
                order.issuedBy());
    }

    private static Map<String, OrderContent> contents(PlanningProblem problem, Plan plan, Set<String> covered) {
        Map<String, List<Ride>> rides = Rides.of(problem, plan).stream()
                .filter(ride -> covered.contains(ride.groupId()))
                .collect(Collectors.groupingBy(Ride::vehicle));
        Map<String, String> counties =
                problem.groups().stream().collect(Collectors.toMap(Group::id, Group::county, (first, same) -> first));
        Map<String, CoachPool> pools = problem.coachPools().stream()
                .collect(Collectors.toMap(CoachPool::id, Function.identity(), (first, same) -> first));
        Map<String, OrderContent> contents = new LinkedHashMap<>();
        plan.coachTrips().stream()
                .filter(trip -> rides.containsKey(trip.id()))
                .sorted(Comparator.comparing(Plan.CoachTrip::busyFrom).thenComparing(Plan.CoachTrip::id))
                .forEach(trip -> {
                    CoachPool pool = pools.get(trip.poolId());
                    contents.put(
                            trip.id(),
                            new OrderContent(
                                    pool.id(),
                                    pool.operator(),
                                    pool.homePrefecture(),
                                    trip.drivers(),
                                    OrderStep.of(trip),
                                    OrderRider.of(rides.get(trip.id()), counties),
                                    null,
                                    List.of()));
                });
        return contents;
    }
}
