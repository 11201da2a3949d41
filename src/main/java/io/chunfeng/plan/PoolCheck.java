package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** H04: a pool's coaches are busy within its availability, and never more of them than it has. */
final class PoolCheck {
    private PoolCheck() {}

    /**
     * @param coaches +1 when a coach leaves, -1 when it is back
     * @param out coaches that fail, negative when they run again
     */
    private record Change(Instant at, int coaches, int out) {}

    static void check(PlanView view, Violations violations) {
        for (CoachPool pool : view.problem.coachPools()) {
            List<Plan.CoachTrip> trips = view.plan.coachTrips().stream()
                    .filter(trip ->
                            trip.poolId().equals(pool.id()) && !trip.events().isEmpty())
                    .toList();
            trips.forEach(trip -> availability(pool, trip, violations));
            count(pool, trips, violations);
        }
    }

    private static void availability(CoachPool pool, Plan.CoachTrip trip, Violations violations) {
        if (trip.busyFrom().isBefore(pool.availableFrom()) || trip.busyUntil().isAfter(pool.availableUntil())) {
            violations.add(
                    Rule.H04,
                    "coach trip " + trip.id(),
                    "is busy from " + trip.busyFrom() + " to " + trip.busyUntil() + "; the pool " + pool.id()
                            + " is available from " + pool.availableFrom() + " to " + pool.availableUntil(),
                    "AVAILABLE",
                    trip.busyFrom(),
                    trip.busyUntil(),
                    pool.availableFrom(),
                    pool.availableUntil());
        }
    }

    private static void count(CoachPool pool, List<Plan.CoachTrip> trips, Violations violations) {
        List<Change> changes = new ArrayList<>();
        for (Plan.CoachTrip trip : trips) {
            if (trip.busyFrom().isBefore(trip.busyUntil())) {
                changes.add(new Change(trip.busyFrom(), 1, 0));
                changes.add(new Change(trip.busyUntil(), -1, 0));
            }
        }
        for (CoachPool.Outage outage : pool.outages()) {
            changes.add(new Change(outage.from(), 0, outage.coaches()));
            changes.add(new Change(outage.until(), 0, -outage.coaches()));
        }
        // half-open: at one moment those who return come before those who leave
        changes.sort(Comparator.comparing(Change::at).thenComparing(change -> change.coaches() + change.out()));
        int busy = 0;
        int out = 0;
        for (Change change : changes) {
            busy += change.coaches();
            out += change.out();
            if (busy > 0 && busy + out > pool.count()) {
                violations.add(
                        Rule.H04,
                        "coach pool " + pool.id(),
                        busy + " coaches are busy at " + change.at()
                                + (out > 0 ? " and " + out + " out of service" : "") + ", the pool has "
                                + pool.count(),
                        "COACHES",
                        busy,
                        change.at(),
                        out,
                        pool.count());
                return;
            }
        }
    }
}
