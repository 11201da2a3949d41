package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;

/** Tries single departures of the trip at hand and keeps the cheapest that rules and pool allow. One instance a thread. */
final class DepartureTrials {
    private static final int DAY_SECONDS = 86_400;

    private final TripLayout trip;
    private final DepartureCost cost;
    private final DutyTimeline timeline;

    private PoolUsage usage;

    // what departures are looked up in
    private DayProfile profile;
    private int profileDrivers;
    private long oneDayFen;

    // the best departure so far
    private long bestFen;
    private long bestLeave;
    private int bestDrivers;
    private PublishedTrip bestFollows;

    DepartureTrials(TripLayout trip, DepartureCost cost) {
        this.trip = trip;
        this.cost = cost;
        this.timeline = trip.timeline;
    }

    /** @param others the pool's other trips, or null when they do not matter */
    void begin(PoolUsage others) {
        usage = others;
        bestFen = Long.MAX_VALUE;
    }

    boolean found() {
        return bestFen < Long.MAX_VALUE;
    }

    /** Whether the best so far has so many drivers. */
    boolean found(int drivers) {
        return found() && bestDrivers == drivers;
    }

    /** Of the best so far; {@link Long#MAX_VALUE} when there is none. */
    long bestFen() {
        return bestFen;
    }

    long bestLeave() {
        return bestLeave;
    }

    int bestDrivers() {
        return bestDrivers;
    }

    /** The published trip whose departures the best one keeps, or null. */
    PublishedTrip bestFollows() {
        return bestFollows;
    }

    /** Whether the pool has a coach for some departure between these. */
    boolean poolAdmitsSome(long lower, long upper, long elapsed) {
        return usage == null || usage.admitsSome(lower, upper, elapsed);
    }

    private boolean poolAdmits(long from, long until) {
        return usage == null || usage.admits(from, until);
    }

    /**
     * Tries a departure and the same time of day on the following days, which by the rules of the road takes exactly as
     * long.
     */
    void tryDeparture(long leave, int drivers, long upper) {
        if (!trip.simulate(leave, true, drivers) || timeline.end() > trip.pool.availableUntil) {
            return;
        }
        long slack = Math.min(trip.pool.availableUntil - timeline.end(), upper - leave);
        for (int k = trip.order.boardCount; k < trip.stops; k++) {
            slack = Math.min(slack, trip.latest[k] - timeline.arrival(k));
        }
        long days = Math.max(0, slack / DAY_SECONDS);
        long fixed = cost.coachFen(drivers);
        for (long day = 0; day <= days; day++) {
            long shift = day * DAY_SECONDS;
            long fen = fixed + cost.timeFen(shift) + cost.dayShiftFen(shift) + cost.changeFen(shift);
            if (fen < bestFen && poolAdmits(timeline.begin() + shift, timeline.end() + shift)) {
                keep(fen, leave + shift, drivers, trip.follows);
            }
        }
    }

    private void keep(long fen, long leave, int drivers, PublishedTrip follows) {
        bestFen = fen;
        bestLeave = leave;
        bestDrivers = drivers;
        bestFollows = follows;
    }

    void tryOnce(long leave, long lower, long upper, int drivers) {
        if (leave >= lower && leave <= upper) {
            tryDeparture(leave, drivers, leave);
        }
    }

    /** The latest departure that still meets every latest arrival: rests make it earlier than plain driving would. */
    void tryLatest(long upper, long lower, int drivers) {
        long leave = upper;
        for (int round = 0; round < 4 && leave >= lower; round++) {
            if (!trip.simulate(leave, false, drivers)) {
                return;
            }
            long late = Math.max(0, timeline.end() - trip.pool.availableUntil);
            for (int k = trip.order.boardCount; k < trip.stops; k++) {
                late = Math.max(late, timeline.arrival(k) - trip.latest[k]);
            }
            if (late == 0) {
                tryDeparture(leave, drivers, leave);
                return;
            }
            leave -= late;
        }
    }

    /** From now on {@link #lookUp} looks into this profile, which is that of the trip with so many drivers. */
    void use(DayProfile of, int drivers) {
        profile = of;
        profileDrivers = drivers;
        oneDayFen = cost.oneDayFen(drivers);
    }

    /** Looks up what {@link #tryDeparture} would find by driving; only for departures that wait for nobody. */
    void lookUp(long leave, long upper) {
        int step = DayProfile.stepOfDay(leave);
        int drivers = profileDrivers;
        if (!profile.possible(
                step,
                timeline,
                trip.driveMetres,
                trip.driveSeconds,
                trip.exemptFromCurfew,
                drivers,
                trip.never(),
                trip.unbounded())) {
            return;
        }
        int[] arrivals = profile.arrivals(step);
        long slack = Math.min(trip.pool.availableUntil - leave - profile.end(step), upper - leave);
        for (int k = 0; k < trip.stops; k++) {
            if (trip.latest[k] != Long.MAX_VALUE) {
                slack = Math.min(slack, trip.latest[k] - leave - arrivals[k]);
            }
        }
        if (slack < 0) {
            return;
        }
        long passengerSeconds = cost.passengerSeconds(leave, arrivals);
        long fixed = oneDayFen + cost.furtherDaysFen(profile.end(step) - profile.begin(step), drivers);
        for (long shift = 0; shift <= slack; shift += DAY_SECONDS) {
            long day = leave + shift;
            long fen = fixed + cost.fen(passengerSeconds + cost.later() * shift);
            if (fen < bestFen) {
                fen += cost.dayShiftFen(day, arrivals) + cost.changeFen(day, arrivals);
            }
            if (fen < bestFen && poolAdmits(day + profile.begin(step), day + profile.end(step))) {
                keep(fen, day, drivers, null);
            }
        }
    }
}
