package io.chunfeng.solver;

import io.chunfeng.plan.Rules;
import io.chunfeng.plan.Rules.DriverHours;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The earliest that a coach can be anywhere by the rules that {@link io.chunfeng.plan.PlanChecker} checks, however it
 * rests. Never too late, perhaps too early: the shorter stretches of the night are left out (H06), every stop counts as a
 * rest, the 24 hours of H07 are counted one after another from the beginning, and the coach was not driven before.
 *
 * <p>Under these rules who drives on whenever that is allowed is never behind anybody else, so that the moments below are
 * the earliest, and leaving later never means arriving earlier.
 */
final class LeastTime {
    static final int DAY_SECONDS = 86_400;
    private static final int ZONE_OFFSET_SECONDS = 8 * 3600;

    /** Departures that are looked at for the shortest time; what lies between can be shorter by as much. */
    private static final int STEP_SECONDS = 600;

    private record Way(long[] legs, int drivers, boolean exempt) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Way way
                    && drivers == way.drivers
                    && exempt == way.exempt
                    && Arrays.equals(legs, way.legs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(legs) * 31 + drivers * 2 + (exempt ? 1 : 0);
        }
    }

    private final DriverHours hours;
    private final int stopSeconds;
    private final int curfewFrom;
    private final int curfewSeconds;
    private final int continuousSeconds;
    private final Map<Way, Long> shortest = new HashMap<>();

    LeastTime(Rules rules) {
        hours = rules.driverHours();
        stopSeconds = rules.stopSeconds();
        curfewFrom = hours.curfewFrom().toSecondOfDay();
        curfewSeconds = Math.floorMod(hours.curfewTo().toSecondOfDay() - curfewFrom, DAY_SECONDS);
        continuousSeconds = Math.max(hours.dayContinuousSeconds(), hours.nightContinuousSeconds());
    }

    /**
     * Earliest end of some drives with a stop between each two of them.
     *
     * @param start the first drive begins then or later
     * @param legs seconds of each drive
     */
    long end(long start, long[] legs, int drivers, boolean exempt) {
        long time = start;
        long limit = (long) hours.secondsPerDriverPer24h() * drivers;
        long blockEnd = start + DAY_SECONDS;
        long blockDriven = 0;
        for (int k = 0; k < legs.length; k++) {
            if (k > 0) {
                time += stopSeconds;
            }
            if (!hours.enabled()) {
                time += legs[k];
                continue;
            }
            long left = legs[k];
            long continuous = 0;
            while (left > 0) {
                if (time >= blockEnd) {
                    blockEnd += DAY_SECONDS;
                    blockDriven = 0;
                    continue;
                }
                long sinceCurfew = Math.floorMod(time + ZONE_OFFSET_SECONDS - curfewFrom, (long) DAY_SECONDS);
                if (!exempt && sinceCurfew < curfewSeconds) {
                    time += curfewSeconds - sinceCurfew;
                    continuous = 0;
                    continue;
                }
                if (blockDriven == limit) {
                    time = blockEnd;
                    continuous = 0;
                    continue;
                }
                if (continuous == continuousSeconds) {
                    time += hours.restSeconds();
                    continuous = 0;
                    continue;
                }
                long stretch = Math.min(
                        Math.min(left, continuousSeconds - continuous), Math.min(limit - blockDriven, blockEnd - time));
                if (!exempt && curfewSeconds > 0) {
                    stretch = Math.min(stretch, DAY_SECONDS - sinceCurfew);
                }
                time += stretch;
                left -= stretch;
                continuous += stretch;
                blockDriven += stretch;
            }
        }
        return time;
    }

    /** The shortest time that some drives with a stop between each two take, at whatever time of day they begin. */
    long shortest(long[] legs, int drivers, boolean exempt) {
        return shortest.computeIfAbsent(new Way(legs, drivers, exempt), way -> {
            long plain = Arrays.stream(legs).sum() + (long) stopSeconds * (legs.length - 1);
            if (!hours.enabled()) {
                return plain;
            }
            long least = Long.MAX_VALUE;
            for (int time = 0; time < DAY_SECONDS; time += STEP_SECONDS) {
                least = Math.min(least, end(time, legs, drivers, exempt) - time - STEP_SECONDS);
            }
            return Math.max(plain, least);
        });
    }
}
