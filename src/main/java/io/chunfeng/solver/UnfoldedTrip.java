package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * A trip with its events.
 *
 * @param arrivals epoch seconds by stop, boarding stops first
 * @param departures epoch seconds by stop
 */
record UnfoldedTrip(
        TripSchedule schedule,
        long loadedMetres,
        long emptyMetres,
        List<Plan.Event> events,
        long[] arrivals,
        long[] departures) {

    Instant boardAt(int place) {
        return Instant.ofEpochSecond(departures[indexOf(schedule.boards(), place)]);
    }

    Instant alightAt(int place) {
        return Instant.ofEpochSecond(arrivals[schedule.boards().length + indexOf(schedule.alights(), place)]);
    }

    private static int indexOf(int[] places, int place) {
        for (int k = 0; k < places.length; k++) {
            if (places[k] == place) {
                return k;
            }
        }
        throw new IllegalArgumentException("no stop there");
    }
}
