package io.chunfeng.solver;

import java.util.Arrays;
import java.util.List;

/** When the coaches of a pool are away. Tells whether one more dispatch still finds a coach (H04). Immutable. */
final class PoolUsage {
    private final int coaches;
    private final int worst;

    /** Intervals in which a coach is free, in order of time; each ends before the next begins. */
    private final long[] freeFrom;

    private final long[] freeUntil;
    private final int free;

    /** @param trips those of the pool that are not pinned */
    PoolUsage(PoolFact pool, List<TripSchedule> trips) {
        this(pool.pool.count(), ends(pool, trips, true), ends(pool, trips, false));
    }

    private static long[] ends(PoolFact pool, List<TripSchedule> trips, boolean begin) {
        int pinned = pool.pinnedBusy.size() / 2;
        long[] ends = new long[pinned + trips.size()];
        for (int i = 0; i < pinned; i++) {
            ends[i] = pool.pinnedBusy.get(begin ? 2 * i : 2 * i + 1);
        }
        for (int i = pinned; i < ends.length; i++) {
            TripSchedule trip = trips.get(i - pinned);
            ends[i] = begin ? trip.busyFrom() : trip.busyUntil();
        }
        return ends;
    }

    /**
     * @param from when each trip leaves the depot; put into another order
     * @param until when each is back; put into another order
     */
    PoolUsage(int coaches, long[] from, long[] until) {
        this.coaches = coaches;
        int all = from.length;
        Arrays.sort(from);
        Arrays.sort(until);
        freeFrom = new long[all + 1];
        freeUntil = new long[all + 1];
        int away = 0;
        int most = 0;
        int intervals = 0;
        boolean open = coaches > 0;
        if (open) {
            freeFrom[0] = Long.MIN_VALUE;
        }
        int back = 0;
        for (int left = 0; left < all; left++) {
            while (back < all && until[back] <= from[left]) {
                away--;
                if (!open && away < coaches) {
                    open = true;
                    freeFrom[intervals] = until[back];
                }
                back++;
            }
            away++;
            most = Math.max(most, away);
            if (open && away >= coaches) {
                open = false;
                if (freeFrom[intervals] < from[left]) {
                    freeUntil[intervals++] = from[left];
                }
            }
        }
        while (!open && back < all) {
            away--;
            if (away < coaches) {
                open = true;
                freeFrom[intervals] = until[back];
            }
            back++;
        }
        if (open) {
            freeUntil[intervals++] = Long.MAX_VALUE;
        }
        free = intervals;
        worst = most;
    }

    /** A coach is free during the whole of [busyFrom, busyUntil). */
    boolean admits(long busyFrom, long busyUntil) {
        for (int i = 0; i < free && freeFrom[i] <= busyFrom; i++) {
            if (busyUntil <= freeUntil[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a coach is free for so long from some moment in [earliest, latest]. */
    boolean admitsSome(long earliest, long latest, long seconds) {
        for (int i = 0; i < free && freeFrom[i] <= latest; i++) {
            if (Math.max(freeFrom[i], earliest) + seconds <= freeUntil[i]) {
                return true;
            }
        }
        return false;
    }

    /** Coaches by which the pool is overdrawn at the worst moment. */
    int overload() {
        return Math.max(0, worst - coaches);
    }
}
