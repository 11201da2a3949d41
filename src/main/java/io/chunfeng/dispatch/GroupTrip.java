package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way that people of a group travel together, feeders included.
 *
 * @param persons of this group alone, whoever else sits in the same coach
 * @param legs in their order, at least one; their persons are those of the whole trip
 */
public record GroupTrip(int persons, List<Ride> legs) {
    public GroupTrip {
        legs = List.copyOf(legs);
    }

    /** Parts of a group that ride exactly the same are one trip; earliest first. */
    public static List<GroupTrip> of(List<Ride> rides) {
        Map<Integer, List<Ride>> journeys = new LinkedHashMap<>();
        rides.stream()
                .sorted(Comparator.comparing(Ride::journey).thenComparing(Ride::leg))
                .forEach(ride -> journeys.computeIfAbsent(ride.journey(), key -> new ArrayList<>())
                        .add(ride));
        Map<List<Object>, List<List<Ride>>> alike = new LinkedHashMap<>();
        journeys.values()
                .forEach(journey -> alike.computeIfAbsent(way(journey), key -> new ArrayList<>())
                        .add(journey));
        return alike.values().stream()
                .map(same -> new GroupTrip(
                        same.stream()
                                .mapToInt(journey -> journey.get(0).persons())
                                .sum(),
                        same.get(0)))
                .sorted(Comparator.comparing(GroupTrip::meetAt)
                        .thenComparing(trip -> trip.legs.get(0).vehicle()))
                .toList();
    }

    private static List<Object> way(List<Ride> journey) {
        List<Object> way = new ArrayList<>();
        journey.forEach(ride -> way.addAll(
                List.of(ride.vehicle(), ride.boardPlace(), ride.boardAt(), ride.alightPlace(), ride.alightAt())));
        return way;
    }

    public Ride first() {
        return legs.get(0);
    }

    public Ride last() {
        return legs.get(legs.size() - 1);
    }

    public Instant meetAt() {
        return first().meetAt();
    }

    public Instant arriveAt() {
        return last().alightAt();
    }

    /** Trains and flights are boarded with the original of the resident identity card. */
    public boolean needsTicket() {
        return legs.stream().anyMatch(leg -> leg.kind() != RanTrip.Kind.COACH);
    }
}
