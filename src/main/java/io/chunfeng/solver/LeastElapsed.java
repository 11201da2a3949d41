package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.Rules;

/**
 * How long a drive takes at least with its rests, at the best quarter of an hour of the day and with rested drivers. For
 * judging trips before they are worked out.
 */
final class LeastElapsed {
    private static final int STEP_SECONDS = 900;
    private static final int MOST_HOURS = 40;

    /** By drivers less one and steps of driving. */
    private final int[][] elapsed;

    LeastElapsed(Rules rules) {
        DutyTimeline timeline = new DutyTimeline(rules);
        elapsed = new int[rules.maxDrivers()][rules.driverHours().enabled() ? MOST_HOURS * 3600 / STEP_SECONDS : 0];
        for (int drivers = 1; drivers <= rules.maxDrivers(); drivers++) {
            for (int step = 0; step < elapsed[drivers - 1].length; step++) {
                elapsed[drivers - 1][step] = least(timeline, step * STEP_SECONDS, drivers);
            }
        }
    }

    private static int least(DutyTimeline timeline, int driving, int drivers) {
        int[] metres = {driving, 0};
        int[] seconds = {driving, 0};
        long[] earliest = {Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE};
        long least = Integer.MAX_VALUE;
        for (long leave = 0; leave < 86_400 && least > driving; leave += STEP_SECONDS) {
            if (timeline.simulateTimes(leave, metres, seconds, earliest, latest, 1, false, drivers)) {
                least = Math.min(least, timeline.arrival(0) - leave);
            }
        }
        return (int) Math.max(driving, least);
    }

    /** Seconds from leaving to arriving; no drive that the curfew binds takes less. */
    int seconds(int driving, int drivers) {
        int[] known = elapsed[drivers - 1];
        if (known.length == 0) {
            return driving;
        }
        int step = Math.min(driving / STEP_SECONDS, known.length - 1);
        return known[step] + driving - step * STEP_SECONDS;
    }
}
