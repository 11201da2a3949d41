package io.chunfeng.plan;

import io.chunfeng.plan.Rules.DriverHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The day of one coach by the rules of the road: given the drives between its stops and a moment to leave, when it is
 * where, and where it rests (H05 stop length, H06, H07, H09).
 *
 * <p>Drive as long as the rules allow, then rest as short as they allow. A stretch of driving that touches the night is
 * kept within the night's limit as a whole: the strictest reading of the rule, so that a plan stands whoever checks it.
 * Waiting for people lengthens the stop.
 *
 * <p>Reusable and mutable for speed: the solver asks for hundreds of thousands of timelines a second. One instance a
 * thread. Times are epoch seconds; results hold until the next {@link #simulate}.
 */
public final class DutyTimeline {

    /** Asia/Shanghai has had no daylight saving time since 1991: time of day is plain arithmetic. */
    static final int ZONE_OFFSET_SECONDS = 8 * 3600;

    static final int DAY_SECONDS = 86_400;

    private static final int DRIVE = 0;
    private static final int STOP = 1;
    private static final int REST = 2;

    private final DriverHours hours;
    private final int stopSeconds;
    private final int nightFrom;
    private final int nightTo;
    private final int curfewFrom;
    private final int curfewTo;

    private long[] arrive = new long[8];
    private long[] depart = new long[8];

    private int segments;
    private int[] segmentKind = new int[32];
    private int[] segmentIndex = new int[32];
    private long[] segmentFrom = new long[32];
    private long[] segmentTo = new long[32];

    private long begin;
    private long end;
    private boolean everyEvent;
    /** Driving may reach the limit of 24 hours, so that drives have to be remembered. */
    private boolean limitInReach;

    private boolean curfew;
    private long drivingLimitPer24h;
    private long drivenSoFar;
    private int continuous;
    private boolean touchedNight;

    public DutyTimeline(Rules rules) {
        hours = rules.driverHours();
        stopSeconds = rules.stopSeconds();
        nightFrom = hours.nightFrom().toSecondOfDay();
        nightTo = hours.nightTo().toSecondOfDay();
        curfewFrom = hours.curfewFrom().toSecondOfDay();
        curfewTo = hours.curfewTo().toSecondOfDay();
    }

    /**
     * Runs the day.
     *
     * @param leave the coach leaves its depot then, or later when it may not drive then
     * @param driveMetres n + 1 drives: depot to stop 0, stop 0 to stop 1, …, stop n − 1 to depot
     * @param driveSeconds of the same drives; one of 0 m and 0 s is no drive
     * @param earliestDeparture of each of the n stops, {@link Long#MIN_VALUE} for none
     * @param latestArrival of each of the n stops, {@link Long#MAX_VALUE} for none
     * @param exemptFromCurfew H09 does not apply: the loaded way is short
     * @return false when a latest arrival is missed or the rules leave no time to drive
     */
    public boolean simulate(
            long leave,
            int[] driveMetres,
            int[] driveSeconds,
            long[] earliestDeparture,
            long[] latestArrival,
            int stops,
            boolean exemptFromCurfew,
            int drivers) {
        everyEvent = true;
        return run(
                leave, driveMetres, driveSeconds, earliestDeparture, latestArrival, stops, exemptFromCurfew, drivers);
    }

    /** The same without {@link #events}, and faster. */
    public boolean simulateTimes(
            long leave,
            int[] driveMetres,
            int[] driveSeconds,
            long[] earliestDeparture,
            long[] latestArrival,
            int stops,
            boolean exemptFromCurfew,
            int drivers) {
        everyEvent = false;
        return run(
                leave, driveMetres, driveSeconds, earliestDeparture, latestArrival, stops, exemptFromCurfew, drivers);
    }

    private boolean run(
            long leave,
            int[] driveMetres,
            int[] driveSeconds,
            long[] earliestDeparture,
            long[] latestArrival,
            int stops,
            boolean exemptFromCurfew,
            int drivers) {
        if (arrive.length < stops) {
            arrive = new long[stops * 2];
            depart = new long[stops * 2];
        }
        segments = 0;
        begin = Long.MIN_VALUE;
        continuous = 0;
        touchedNight = false;
        drivenSoFar = 0;
        curfew = hours.enabled() && !exemptFromCurfew && curfewFrom != curfewTo;
        drivingLimitPer24h = (long) hours.secondsPerDriverPer24h() * drivers;
        long driving = 0;
        for (int k = 0; k <= stops; k++) {
            driving += driveSeconds[k];
        }
        limitInReach = driving > drivingLimitPer24h;
        long time = leave;
        if (driveSeconds[0] > 0 && curfew && inWindow(timeOfDay(time), curfewFrom, curfewTo)) {
            time += secondsUntil(timeOfDay(time), curfewTo);
        }
        for (int k = 0; k <= stops; k++) {
            if (driveSeconds[k] == 0 && driveMetres[k] > 0) {
                add(DRIVE, k, time, time);
            }
            time = hours.enabled() ? drive(k, time, driveSeconds[k]) : driveFreely(k, time, driveSeconds[k]);
            if (time < 0) {
                return false;
            }
            if (k < stops) {
                if (time > latestArrival[k]) {
                    return false;
                }
                long leaves = Math.max(time + stopSeconds, earliestDeparture[k]);
                arrive[k] = time;
                depart[k] = leaves;
                add(STOP, k, time, leaves);
                if (leaves - time >= hours.restSeconds()) {
                    continuous = 0;
                    touchedNight = false;
                }
                time = leaves;
            }
        }
        return true;
    }

    public long arrival(int stop) {
        return arrive[stop];
    }

    public long departure(int stop) {
        return depart[stop];
    }

    /** Leaves the depot. */
    public long begin() {
        return begin;
    }

    /** Is back at the depot. */
    public long end() {
        return end;
    }

    /**
     * The day as events.
     *
     * @param places n + 2 place ids: depot, stops, depot
     * @param driveMetres n + 1 drives; a drive that rests split is shared out in proportion to time
     */
    public List<Plan.Event> events(String[] places, int[] driveMetres, int[] driveSeconds) {
        List<Plan.Event> events = new ArrayList<>(segments);
        int stops = places.length - 2;
        long secondsDone = 0;
        long metresDone = 0;
        int current = -1;
        for (int s = 0; s < segments; s++) {
            Instant from = Instant.ofEpochSecond(segmentFrom[s]);
            Instant to = Instant.ofEpochSecond(segmentTo[s]);
            int k = segmentIndex[s];
            switch (segmentKind[s]) {
                case STOP -> events.add(new Plan.Stop(from, to, places[k + 1]));
                case REST -> events.add(new Plan.Rest(from, to));
                default -> {
                    if (k != current) {
                        current = k;
                        secondsDone = 0;
                        metresDone = 0;
                    }
                    secondsDone += segmentTo[s] - segmentFrom[s];
                    long metres =
                            driveSeconds[k] == 0 ? driveMetres[k] : driveMetres[k] * secondsDone / driveSeconds[k];
                    events.add(new Plan.Drive(
                            from, to, places[k], places[k + 1], (int) (metres - metresDone), k > 0 && k < stops));
                    metresDone = metres;
                }
            }
        }
        return events;
    }

    private long driveFreely(int k, long time, int seconds) {
        if (seconds > 0) {
            add(DRIVE, k, time, time + seconds);
        }
        return time + seconds;
    }

    private long drive(int k, long start, int seconds) {
        long time = start;
        int remaining = seconds;
        while (remaining > 0) {
            int timeOfDay = timeOfDay(time);
            if (curfew && inWindow(timeOfDay, curfewFrom, curfewTo)) {
                time = rest(k, time, secondsUntil(timeOfDay, curfewTo));
                continue;
            }
            int stretch = Math.min(remaining, stretchSeconds(timeOfDay));
            if (stretch <= 0) {
                if (continuous == 0) {
                    return -1;
                }
                time = rest(k, time, hours.restSeconds());
                continue;
            }
            if (limitInReach && drivenSoFar + remaining > drivingLimitPer24h) {
                stretch = (int) within24h(time, stretch);
                if (stretch <= 0) {
                    long free = nextFreeMoment(time);
                    if (free < 0) {
                        return -1;
                    }
                    time = rest(k, time, free - time);
                    continue;
                }
            }
            driveOn(k, time, stretch);
            touchedNight |= isNight(timeOfDay);
            continuous += stretch;
            drivenSoFar += stretch;
            remaining -= stretch;
            time += stretch;
        }
        return time;
    }

    /** How long the coach may drive on from here before the continuous limit or the curfew; may be 0 or less. */
    private int stretchSeconds(int timeOfDay) {
        int stretch;
        if (touchedNight || isNight(timeOfDay)) {
            stretch = Math.min(hours.nightContinuousSeconds(), hours.dayContinuousSeconds()) - continuous;
        } else {
            stretch = hours.dayContinuousSeconds() - continuous;
            if (nightFrom != nightTo) {
                stretch = Math.min(stretch, secondsUntil(timeOfDay, nightFrom));
            }
        }
        return curfew ? Math.min(stretch, secondsUntil(timeOfDay, curfewFrom)) : stretch;
    }

    private boolean isNight(int timeOfDay) {
        return nightFrom != nightTo && inWindow(timeOfDay, nightFrom, nightTo);
    }

    /** Longest drive from {@code time}, at most {@code wanted}, that keeps every 24 hours within the drivers' limit. */
    private long within24h(long time, long wanted) {
        long inWindow = 0;
        for (int s = 0; s < segments; s++) {
            if (segmentKind[s] == DRIVE) {
                inWindow += Math.max(0, segmentTo[s] - Math.max(segmentFrom[s], time - DAY_SECONDS));
            }
        }
        long done = 0;
        long budget = drivingLimitPer24h - inWindow;
        if (budget >= wanted) {
            return wanted;
        }
        for (int s = 0; s < segments && done < wanted; s++) {
            long leavesFrom = segmentFrom[s] + DAY_SECONDS - time;
            long leavesTo = segmentTo[s] + DAY_SECONDS - time;
            if (segmentKind[s] != DRIVE || leavesTo <= done) {
                continue;
            }
            long gap = Math.max(0, leavesFrom - done);
            if (gap > budget) {
                return Math.min(wanted, done + budget);
            }
            budget -= gap;
            done = leavesTo;
        }
        return Math.min(wanted, done + budget);
    }

    /** The next moment at which driving of a day before begins to leave the 24 hour window. */
    private long nextFreeMoment(long time) {
        for (int s = 0; s < segments; s++) {
            if (segmentKind[s] == DRIVE && segmentFrom[s] + DAY_SECONDS > time) {
                return segmentFrom[s] + DAY_SECONDS;
            }
        }
        return -1;
    }

    private long rest(int k, long time, long seconds) {
        long length = Math.max(seconds, hours.restSeconds());
        if (everyEvent && segments > 0 && segmentKind[segments - 1] == REST) {
            segmentTo[segments - 1] += length;
            end = time + length;
        } else {
            add(REST, k, time, time + length);
        }
        continuous = 0;
        touchedNight = false;
        return time + length;
    }

    /** A drive that goes on without a rest, into the night for example, is one drive. */
    private void driveOn(int k, long time, int stretch) {
        if (segments > 0
                && segmentKind[segments - 1] == DRIVE
                && segmentIndex[segments - 1] == k
                && segmentTo[segments - 1] == time) {
            segmentTo[segments - 1] += stretch;
            end = time + stretch;
        } else {
            add(DRIVE, k, time, time + stretch);
        }
    }

    private void add(int kind, int index, long from, long to) {
        if (begin == Long.MIN_VALUE) {
            begin = from;
        }
        end = to;
        if (!everyEvent && !(limitInReach && kind == DRIVE)) {
            return;
        }
        if (segments == segmentKind.length) {
            int larger = segments * 2;
            segmentKind = Arrays.copyOf(segmentKind, larger);
            segmentIndex = Arrays.copyOf(segmentIndex, larger);
            segmentFrom = Arrays.copyOf(segmentFrom, larger);
            segmentTo = Arrays.copyOf(segmentTo, larger);
        }
        segmentKind[segments] = kind;
        segmentIndex[segments] = index;
        segmentFrom[segments] = from;
        segmentTo[segments] = to;
        segments++;
    }

    private static int timeOfDay(long time) {
        return (int) Math.floorMod(time + ZONE_OFFSET_SECONDS, (long) DAY_SECONDS);
    }

    private static int secondsUntil(int timeOfDay, int mark) {
        return mark >= timeOfDay ? mark - timeOfDay : mark - timeOfDay + DAY_SECONDS;
    }

    private static boolean inWindow(int timeOfDay, int from, int to) {
        return from < to ? timeOfDay >= from && timeOfDay < to : timeOfDay >= from || timeOfDay < to;
    }
}
