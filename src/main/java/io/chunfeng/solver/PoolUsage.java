package io.chunfeng.solver;

import java.util.Arrays;

/** When the coaches of a pool are away. Tells whether one more dispatch still finds a coach (H04). */
final class PoolUsage {
    private final int coaches;
    private int size;
    private long[] from = new long[16];
    private long[] until = new long[16];

    PoolUsage(PoolFact pool) {
        coaches = pool.pool.count();
        for (int i = 0; i < pool.pinnedBusy.size(); i += 2) {
            add(pool.pinnedBusy.get(i), pool.pinnedBusy.get(i + 1));
        }
    }

    void add(long busyFrom, long busyUntil) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            until = Arrays.copyOf(until, size * 2);
        }
        from[size] = busyFrom;
        until[size] = busyUntil;
        size++;
    }

    /** A coach is free during the whole of [busyFrom, busyUntil). */
    boolean admits(long busyFrom, long busyUntil) {
        if (size < coaches) {
            return true;
        }
        if (away(busyFrom) >= coaches) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (from[i] > busyFrom && from[i] < busyUntil && away(from[i]) >= coaches) {
                return false;
            }
        }
        return true;
    }

    private int away(long moment) {
        int away = 0;
        for (int i = 0; i < size; i++) {
            if (from[i] <= moment && until[i] > moment) {
                away++;
            }
        }
        return away;
    }

    /** Coaches by which the pool is overdrawn at the worst moment; the last question, for it takes the trips apart. */
    int overload() {
        Arrays.sort(from, 0, size);
        Arrays.sort(until, 0, size);
        int worst = 0;
        int back = 0;
        for (int i = 0; i < size; i++) {
            while (until[back] <= from[i]) {
                back++;
            }
            worst = Math.max(worst, i + 1 - back - coaches);
        }
        return worst;
    }
}
