package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.Rules;
import io.chunfeng.plan.Rules.DriverHours;
import java.util.Arrays;

/**
 * Where the cost of a trip bends when the coach leaves earlier or later: somebody waits no longer, arrives at the last
 * moment, a stop becomes a rest, another date or another driver's day begins, night or curfew begin or end. One instance a
 * thread.
 */
final class DepartureMarks {
    static final int FARTHEST_SECONDS = 3600;
    private static final int DAY_SECONDS = 86_400;

    private final int stopSeconds;
    private final int prolongedStop;
    private final int[] timesOfDay;
    private long[] shifts = new long[64];
    private int count;

    DepartureMarks(Rules rules) {
        DriverHours hours = rules.driverHours();
        this.stopSeconds = rules.stopSeconds();
        this.prolongedStop = hours.enabled() ? Math.max(0, hours.restSeconds() - stopSeconds) : 0;
        int midnight = 0;
        this.timesOfDay = hours.enabled()
                ? new int[] {
                    midnight,
                    hours.nightFrom().toSecondOfDay(),
                    hours.nightTo().toSecondOfDay(),
                    hours.curfewFrom().toSecondOfDay(),
                    hours.curfewTo().toSecondOfDay()
                }
                : new int[] {midnight};
    }

    /** By how much a stop must last longer to be a rest, in seconds. */
    int prolongedStop() {
        return prolongedStop;
    }

    /** Seconds, negative for earlier; each once, never 0, at most an hour. */
    long[] shifts(DutyTimeline day, int stops, long[] earliest, long[] latest) {
        count = 0;
        timesOfDay(day.begin());
        timesOfDay(day.end());
        for (int k = 0; k < stops; k++) {
            timesOfDay(day.arrival(k));
            timesOfDay(day.departure(k));
            long waits = day.departure(k) - day.arrival(k) - stopSeconds;
            add(waits);
            add(waits - prolongedStop);
            if (earliest[k] != Long.MIN_VALUE) {
                add(earliest[k] - day.departure(k));
            }
            if (latest[k] != Long.MAX_VALUE) {
                add(latest[k] - day.arrival(k));
            }
        }
        long overDays = (day.end() - day.begin()) % DAY_SECONDS;
        add(overDays);
        add(-overDays);
        return distinct();
    }

    /** At the mark and just before it: the last second of a day is still that date. */
    private void timesOfDay(long moment) {
        long timeOfDay = Math.floorMod(moment + Instance.ZONE_OFFSET_SECONDS, (long) DAY_SECONDS);
        for (int mark : timesOfDay) {
            long shift = mark - timeOfDay;
            add(shift);
            add(shift + DAY_SECONDS);
            add(shift - DAY_SECONDS);
            if (mark == 0) {
                add(shift - 1);
                add(shift + DAY_SECONDS - 1);
            }
        }
    }

    private void add(long shift) {
        if (shift == 0 || Math.abs(shift) > FARTHEST_SECONDS) {
            return;
        }
        if (count == shifts.length) {
            shifts = Arrays.copyOf(shifts, count * 2);
        }
        shifts[count++] = shift;
    }

    private long[] distinct() {
        Arrays.sort(shifts, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || shifts[i] != shifts[kept - 1]) {
                shifts[kept++] = shifts[i];
            }
        }
        return Arrays.copyOf(shifts, kept);
    }
}
