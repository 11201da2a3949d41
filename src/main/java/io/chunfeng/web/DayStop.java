package io.chunfeng.web;

import io.chunfeng.dispatch.Ride;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stop of a trip where people board or alight.
 *
 * @param published when it leaves where people board, when it arrives where they alight
 * @param board persons by group
 * @param alight persons by group
 */
record DayStop(
        String place, Instant published, Instant expected, Map<String, Integer> board, Map<String, Integer> alight) {

    static List<DayStop> of(DayRow row) {
        Map<Instant, Map<String, DayStop>> stops = new TreeMap<>();
        long delay = row.expected().delaySeconds();
        for (Ride ride : row.trip().rides()) {
            at(stops, ride.boardAt(), ride.boardPlace(), delay)
                    .board
                    .merge(ride.groupId(), ride.persons(), Integer::sum);
            at(stops, ride.alightAt(), ride.alightPlace(), delay)
                    .alight
                    .merge(ride.groupId(), ride.persons(), Integer::sum);
        }
        List<DayStop> inOrder = new ArrayList<>();
        stops.values().forEach(atOnce -> inOrder.addAll(atOnce.values()));
        return inOrder;
    }

    private static DayStop at(Map<Instant, Map<String, DayStop>> stops, Instant moment, String place, long delay) {
        return stops.computeIfAbsent(moment, key -> new TreeMap<>())
                .computeIfAbsent(
                        place,
                        key -> new DayStop(key, moment, moment.plusSeconds(delay), new TreeMap<>(), new TreeMap<>()));
    }
}
