package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People of one group who ride a trip from one stop to another.
 *
 * @param county GB/T 2260 code of the county that registered them
 * @param meetAt 集合时间
 */
public record OrderRider(
        String groupId,
        String county,
        int persons,
        String boardPlace,
        Instant meetAt,
        Instant boardAt,
        String alightPlace,
        Instant alightAt) {
    private static final Comparator<OrderRider> ORDER = Comparator.comparing(OrderRider::boardAt)
            .thenComparing(OrderRider::alightAt)
            .thenComparing(OrderRider::groupId);

    /** Parts of a group that ride alike are one entry. @param counties by group */
    static List<OrderRider> of(Collection<Ride> rides, Map<String, String> counties) {
        Map<List<Object>, OrderRider> alike = new LinkedHashMap<>();
        for (Ride ride : rides) {
            OrderRider rider = new OrderRider(
                    ride.groupId(),
                    counties.get(ride.groupId()),
                    ride.persons(),
                    ride.boardPlace(),
                    ride.meetAt(),
                    ride.boardAt(),
                    ride.alightPlace(),
                    ride.alightAt());
            alike.merge(
                    List.of(
                            rider.groupId,
                            rider.boardPlace,
                            rider.meetAt,
                            rider.boardAt,
                            rider.alightPlace,
                            rider.alightAt),
                    rider,
                    OrderRider::plus);
        }
        return alike.values().stream().sorted(ORDER).toList();
    }

    private OrderRider plus(OrderRider other) {
        return new OrderRider(
                groupId, county, persons + other.persons, boardPlace, meetAt, boardAt, alightPlace, alightAt);
    }

    /** Most people who sit in the coach at one moment; who alights makes room for who boards then. */
    static int mostAboard(Collection<OrderRider> riders) {
        record Change(Instant at, int persons) {}
        List<Change> changes = new ArrayList<>();
        for (OrderRider rider : riders) {
            changes.add(new Change(rider.boardAt, rider.persons));
            changes.add(new Change(rider.alightAt, -rider.persons));
        }
        changes.sort(Comparator.comparing(Change::at).thenComparing(Change::persons));
        int aboard = 0;
        int most = 0;
        for (Change change : changes) {
            aboard += change.persons;
            most = Math.max(most, aboard);
        }
        return most;
    }
}
