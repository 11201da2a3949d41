package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import java.util.Arrays;

/**
 * When a coach that leaves its depot at each quarter of an hour of the day reaches and leaves its stops, if nobody has
 * to be waited for. By the rules of the road that is the same on every day, and for all coaches of a depot. Worked out
 * when first asked.
 */
final class DayProfile {
    static final int STEP_SECONDS = 900;
    static final int STEPS = 86_400 / STEP_SECONDS;

    private static final int UNKNOWN = 0;
    private static final int POSSIBLE = 1;
    private static final int IMPOSSIBLE = 2;

    final long key;
    private final int stops;
    private final byte[] state = new byte[STEPS];
    private final int[][] arrivals = new int[STEPS][];
    private final int[] begin = new int[STEPS];
    private final int[] end = new int[STEPS];

    DayProfile(long key, int stops) {
        this.key = key;
        this.stops = stops;
    }

    /** The step in which a moment lies, in epoch seconds. */
    static int stepOfDay(long moment) {
        return (int) Math.floorMod(moment + Instance.ZONE_OFFSET_SECONDS, 86_400L) / STEP_SECONDS;
    }

    /** Whether the rules leave time to drive; the drives are those that the key stands for. */
    boolean possible(
            int step,
            DutyTimeline timeline,
            int[] driveMetres,
            int[] driveSeconds,
            boolean exemptFromCurfew,
            int drivers,
            long[] never,
            long[] unbounded) {
        if (state[step] == UNKNOWN) {
            long leave = (long) step * STEP_SECONDS - Instance.ZONE_OFFSET_SECONDS;
            boolean possible = timeline.simulateTimes(
                    leave, driveMetres, driveSeconds, never, unbounded, stops, exemptFromCurfew, drivers);
            state[step] = (byte) (possible ? POSSIBLE : IMPOSSIBLE);
            if (possible) {
                arrivals[step] = new int[stops];
                Arrays.setAll(arrivals[step], k -> (int) (timeline.arrival(k) - leave));
                begin[step] = (int) (timeline.begin() - leave);
                end[step] = (int) (timeline.end() - leave);
            }
        }
        return state[step] == POSSIBLE;
    }

    /** Seconds from leaving to reaching each stop; people get off at once and on after the length of a stop. */
    int[] arrivals(int step) {
        return arrivals[step];
    }

    /** Seconds until the coach really leaves: it does not drive in the curfew. */
    int begin(int step) {
        return begin[step];
    }

    /** Seconds until it is back. */
    int end(int step) {
        return end[step];
    }
}
