package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.Rules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a drive takes at least with its rests, by the quarter of an hour in which it begins, with rested drivers. For
 * judging trips before they are worked out, and for trying the best departures first. Immutable.
 */
final class LeastElapsed {
    static final int STEP_SECONDS = DayProfile.STEP_SECONDS;
    private static final int MOST_HOURS = 40;
    private static final int RULES_REMEMBERED = 4;

    /** Working it out takes a tenth of a second; nearly all problems have the same rules. */
    private static final Map<Rules, LeastElapsed> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Rules, LeastElapsed> eldest) {
            return size() > RULES_REMEMBERED;
        }
    };

    /** By drivers less one, steps of driving, and step of the day. */
    private final int[][][] elapsed;

    private final int[][] least;

    static LeastElapsed of(Rules rules) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(rules, LeastElapsed::new);
        }
    }

    private LeastElapsed(Rules rules) {
        DutyTimeline timeline = new DutyTimeline(rules);
        int lengths = rules.driverHours().enabled() ? MOST_HOURS * 3600 / STEP_SECONDS : 0;
        elapsed = new int[rules.maxDrivers()][lengths][DayProfile.STEPS];
        least = new int[rules.maxDrivers()][lengths];
        for (int drivers = 1; drivers <= rules.maxDrivers(); drivers++) {
            for (int length = 0; length < lengths; length++) {
                fill(timeline, length * STEP_SECONDS, drivers, elapsed[drivers - 1][length]);
                least[drivers - 1][length] = Integer.MAX_VALUE;
                for (int seconds : elapsed[drivers - 1][length]) {
                    least[drivers - 1][length] = Math.min(least[drivers - 1][length], seconds);
                }
            }
        }
    }

    private static void fill(DutyTimeline timeline, int driving, int drivers, int[] elapsed) {
        int[] metres = {driving, 0};
        int[] seconds = {driving, 0};
        long[] earliest = {Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE};
        for (int step = 0; step < DayProfile.STEPS; step++) {
            long leave = (long) step * STEP_SECONDS - Instance.ZONE_OFFSET_SECONDS;
            boolean possible = timeline.simulateTimes(leave, metres, seconds, earliest, latest, 1, false, drivers);
            // where the rules leave no time to drive, the trip itself will tell
            elapsed[step] = possible ? (int) (timeline.arrival(0) - leave) : driving;
        }
    }

    /** Seconds from leaving to arriving at the best time of day; no drive that the curfew binds takes less. */
    int seconds(int driving, int drivers) {
        int[] known = least[drivers - 1];
        if (known.length == 0) {
            return driving;
        }
        int length = Math.min(driving / STEP_SECONDS, known.length - 1);
        return known[length] + driving - length * STEP_SECONDS;
    }

    /** Seconds by which a drive that begins in this quarter of an hour takes longer than at the best time of day. */
    int delaySeconds(int driving, int drivers, int stepOfDay) {
        int[] known = least[drivers - 1];
        if (known.length == 0) {
            return 0;
        }
        int length = Math.min(driving / STEP_SECONDS, known.length - 1);
        return elapsed[drivers - 1][length][stepOfDay] - known[length];
    }
}
