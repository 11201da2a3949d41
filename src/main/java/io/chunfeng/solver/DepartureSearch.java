package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;

/**
 * Finds the number of drivers and the moment of departure with which the trip at hand costs least: published departures,
 * then every quarter of an hour in the order of what it may cost at least, the ends of the time there is, and what lies
 * about the best. One instance a thread.
 */
final class DepartureSearch {
    /** So many departures in a row that are no better end the search for one. */
    private static final int MOST_IN_VAIN = 12;

    /** A trip is made of a few rounded amounts: so near to the least, it is the least. */
    private static final long ROUNDING_FEN = 5;

    private final Instance in;
    private final TripLayout trip;
    private final DepartureCost cost;
    private final DepartureTrials trials;
    private final DutyTimeline timeline;
    private final DepartureMarks marks;
    private final boolean thorough;
    private final int mostInVain;
    private final DayProfile[] profiles;

    private final long[] estimate = new long[DayProfile.STEPS];

    /** The trip at hand costs no less, whenever it leaves. */
    private long leastFen;

    /**
     * @param thorough tries every departure that may be the cheapest, not only the likely ones
     * @param profiles remembered; a power of two
     */
    DepartureSearch(Instance in, TripLayout trip, DepartureCost cost, boolean thorough, int profiles) {
        this.in = in;
        this.trip = trip;
        this.cost = cost;
        this.trials = new DepartureTrials(trip, cost);
        this.timeline = trip.timeline;
        this.marks = new DepartureMarks(in.rules);
        this.thorough = thorough;
        this.mostInVain = thorough ? DayProfile.STEPS : MOST_IN_VAIN;
        this.profiles = new DayProfile[profiles];
    }

    /**
     * Searches for the trip at hand, whose order of stops has been found.
     *
     * @param others the pool's other trips, or null when they do not matter
     * @return what was found, or whether nothing can be; false when every departure costs the bound or more, and only the
     *     least cost is known
     */
    boolean settle(PoolUsage others, long boundFen) {
        trials.begin(others);
        trip.follow(null);
        cost.weigh();
        leastFen = cost.leastFen();
        // no number of drivers is allowed, or the trip may be worth its price
        return leastFen == Long.MAX_VALUE || leastFen < boundFen && searchDriversAndDepartures(boundFen);
    }

    /** The least that is known: the trip costs no less. */
    long leastFen() {
        return leastFen;
    }

    /** What was found. */
    DepartureTrials trials() {
        return trials;
    }

    /**
     * @return whether the cheapest has been found; false when it costs the bound or more, which is then the least that is
     *     known
     */
    private boolean searchDriversAndDepartures(long boundFen) {
        boolean passedOver = false;
        for (int drivers = trip.minDrivers(); drivers <= trip.maxDrivers(); drivers++) {
            long driversFen = cost.leastFen(drivers);
            if (driversFen < Math.min(trials.bestFen(), boundFen)) {
                keepDepartures(drivers);
                searchDepartures(drivers);
            } else {
                passedOver |= driversFen < trials.bestFen();
            }
            if (trials.found() && trip.enough(drivers)) {
                break;
            }
        }
        if (passedOver && trials.bestFen() >= boundFen) {
            leastFen = boundFen;
            return false;
        }
        return true;
    }

    /** Tries to leave when the published trips of the riders left, or so much earlier that further stops fit in. */
    private void keepDepartures(int drivers) {
        if (!in.problem.replans()) {
            return;
        }
        PoolFact pool = trip.pool;
        for (PublishedTrip published : trip.tasks.stream()
                .flatMap(t -> t.group().told.trips(pool).stream())
                .distinct()
                .toList()) {
            trip.follow(published);
            long leave = Math.max(published.leave(), pool.availableFrom);
            for (int round = 0;
                    round < 4 && leave >= pool.availableFrom && trip.simulate(leave, false, drivers);
                    round++) {
                long late = lateForPublished(published);
                if (late <= 0) {
                    trials.tryDeparture(leave, drivers, leave);
                    long idle = timeline.departure(0) - timeline.arrival(0) - in.rules.stopSeconds();
                    if (idle > 0) {
                        trials.tryDeparture(leave + idle, drivers, leave + idle);
                    }
                    break;
                }
                leave -= late;
            }
        }
        if (trip.follows != null) {
            trip.follow(null);
        }
    }

    private long lateForPublished(PublishedTrip published) {
        long late = 0;
        for (int k = 0; k < trip.order.boardCount; k++) {
            long departure = published.departure(trip.place(k));
            if (departure != Long.MIN_VALUE) {
                late = Math.max(late, timeline.departure(k) - Math.max(departure, trip.earliest[k]));
            }
        }
        return late;
    }

    private void searchDepartures(int drivers) {
        long lower = Long.MIN_VALUE;
        long upper = Long.MAX_VALUE;
        long elapsed = 0;
        for (int k = 0; k < trip.stops; k++) {
            elapsed += trip.driveSeconds[k];
            if (trip.latest[k] != Long.MAX_VALUE) {
                upper = Math.min(upper, trip.latest[k] - elapsed);
            }
            elapsed += in.rules.stopSeconds();
            if (trip.earliest[k] != Long.MIN_VALUE) {
                lower = Math.max(lower, trip.earliest[k] - elapsed);
            }
        }
        elapsed += trip.driveSeconds[trip.stops];
        lower = Math.max(lower, trip.pool.availableFrom);
        upper = Math.min(upper, trip.pool.availableUntil - elapsed);
        if (lower > upper || !trials.poolAdmitsSome(lower, upper, elapsed)) {
            return;
        }
        trials.use(profile(drivers), drivers);
        tryBestFirst(drivers, lower, upper);
        boolean found = trials.found(drivers);
        if (!found || cost.later() > 0 || thorough) {
            trials.tryDeparture(lower, drivers, upper);
        }
        if (!found || cost.later() < 0 || thorough) {
            trials.tryDeparture(upper, drivers, upper);
            trials.tryLatest(upper, lower, drivers);
        }
        if (thorough && !cheapest()) {
            // people who board first may wait while the coach's empty drive becomes a rest
            trials.tryOnce(lower - marks.prolongedStop(), trip.pool.availableFrom, upper, drivers);
            if (trials.found(drivers)) {
                moveToMarks(Math.max(lower - DepartureMarks.FARTHEST_SECONDS, trip.pool.availableFrom), upper, drivers);
            }
        }
    }

    private boolean cheapest() {
        return trials.bestFen() <= leastFen + ROUNDING_FEN;
    }

    /** As long as that helps: so much earlier or later that the day at hand meets one of its marks. */
    private void moveToMarks(long lower, long upper, int drivers) {
        long before = Long.MAX_VALUE;
        while (trials.bestFen() < before) {
            before = trials.bestFen();
            long around = trials.bestLeave();
            trip.simulate(around, true, drivers);
            for (long shift : marks.shifts(timeline, trip.stops, trip.earliest, trip.latest)) {
                trials.tryOnce(around + shift, lower, upper, drivers);
            }
        }
    }

    /** Profiles are remembered by the way: the same for all coaches of a depot and all people along it. */
    private DayProfile profile(int drivers) {
        long key = LegTask.mix(drivers * 2L + (trip.exemptFromCurfew ? 1 : 0));
        key = LegTask.mix(key + trip.pool.depot);
        for (int k = 0; k < trip.stops; k++) {
            key = LegTask.mix(key + trip.place(k));
        }
        int at = (int) key & profiles.length - 1;
        if (profiles[at] == null || profiles[at].key != key) {
            profiles[at] = new DayProfile(key, trip.stops);
        }
        return profiles[at];
    }

    /** Departures of one day in the order of what they may cost at least, as long as one may be the best. */
    private void tryBestFirst(int drivers, long lower, long upper) {
        long first = -Math.floorDiv(-lower, (long) DayProfile.STEP_SECONDS) * DayProfile.STEP_SECONDS;
        long last = Math.min(upper, first + 86_400 - 1);
        int count = last < first ? 0 : (int) ((last - first) / DayProfile.STEP_SECONDS) + 1;
        cost.estimate(first, drivers, estimate, count);
        for (int inVain = 0; inVain < mostInVain && !cheapest(); inVain++) {
            int next = 0;
            for (int i = 1; i < count; i++) {
                if (estimate[i] < estimate[next]) {
                    next = i;
                }
            }
            if (count == 0 || estimate[next] >= trials.bestFen()) {
                return;
            }
            estimate[next] = Long.MAX_VALUE;
            long before = trials.bestFen();
            trials.lookUp(first + (long) next * DayProfile.STEP_SECONDS, upper);
            if (trials.bestFen() < before) {
                inVain = 0;
            }
        }
    }
}
