package io.chunfeng.web;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Driver;
import io.chunfeng.dispatch.OrderContent;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.manifest.Masks;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Coaches and drivers that a trip may be given by hand: those of the pool's operator, free ones first.
 *
 * @param coaches of the trip's pool before those of the operator's other pools
 */
record AssignmentChoice(List<Option> coaches, List<Option> drivers) {

    /** @param busy other trip or order at the same time, or null */
    record Option(long id, String label, String busy) {}

    /** @param pools of today, for the operators of the coaches */
    static AssignmentChoice of(
            PublicationReview.Review review, OrderSuccession.Trip trip, Collection<CoachPool> pools) {
        Busy busy = new Busy(trip.content());
        review.succession().trips().stream()
                .filter(other -> !other.id().equals(trip.id()))
                .forEach(other -> busy.add(
                        other.id(),
                        other.content(),
                        review.proposed().get(other.id()).assignment().coach(),
                        review.proposed().get(other.id()).assignment().drivers()));
        review.succession().others().forEach(busy::add);
        return of(trip.content(), review.coaches(), review.drivers(), pools, busy);
    }

    /** For an order in force. @param others that are in force @param pools of today, for the operators of the coaches */
    static AssignmentChoice of(
            OrderContent trip,
            Collection<Coach> coaches,
            Collection<Driver> drivers,
            Collection<CoachPool> pools,
            Collection<TripOrder> others) {
        Busy busy = new Busy(trip);
        others.forEach(busy::add);
        return of(trip, coaches, drivers, pools, busy);
    }

    private static AssignmentChoice of(
            OrderContent trip,
            Collection<Coach> coaches,
            Collection<Driver> drivers,
            Collection<CoachPool> pools,
            Busy busy) {
        Comparator<Option> freeFirst = Comparator.comparing(option -> option.busy() != null);
        Set<String> ofOperator = pools.stream()
                .filter(pool -> pool.operator().equals(trip.operator()))
                .map(CoachPool::id)
                .collect(Collectors.toSet());
        ofOperator.add(trip.poolId());
        return new AssignmentChoice(
                coaches.stream()
                        .filter(Coach::ready)
                        .filter(coach -> ofOperator.contains(coach.poolId()))
                        .sorted(Comparator.comparing(coach -> !coach.poolId().equals(trip.poolId())))
                        .map(coach -> new Option(
                                coach.id(),
                                coach.plate() + " · " + coach.approvedSeats(),
                                busy.coaches.get(coach.id())))
                        .sorted(freeFirst)
                        .toList(),
                drivers.stream()
                        .filter(driver -> driver.ready() && driver.operator().equals(trip.operator()))
                        .map(driver -> new Option(
                                driver.id(),
                                driver.name() + " · " + Masks.phone(driver.phone()),
                                busy.drivers.get(driver.id())))
                        .sorted(freeFirst)
                        .toList());
    }

    /** Who is under way while the trip is. */
    private static final class Busy {
        private final OrderContent trip;
        private final Map<Long, String> coaches = new HashMap<>();
        private final Map<Long, String> drivers = new HashMap<>();

        Busy(OrderContent trip) {
            this.trip = trip;
        }

        void add(TripOrder order) {
            OrderContent content = order.content();
            if (overlaps(content)) {
                if (content.coach() != null) {
                    coaches.put(content.coach().id(), order.number());
                }
                content.drivers().forEach(driver -> drivers.put(driver.id(), order.number()));
            }
        }

        void add(String key, OrderContent content, Coach coach, Collection<Driver> assigned) {
            if (overlaps(content)) {
                if (coach != null) {
                    coaches.put(coach.id(), key);
                }
                assigned.forEach(driver -> drivers.put(driver.id(), key));
            }
        }

        private boolean overlaps(OrderContent other) {
            return other.busyFrom().isBefore(trip.busyUntil())
                    && trip.busyFrom().isBefore(other.busyUntil());
        }
    }
}
