package io.chunfeng.solver;

import java.util.Arrays;

/**
 * Days of a coach that the search would not admit: what a dispatcher asks for, kept as nearly to windows, coaches and
 * connections as can be. The rules of driving and rest hold whatever else does not.
 */
final class DayByHand {
    private static final long STEP_SECONDS = 900;
    private static final long SPAN_SECONDS = 86_400;
    private static final int ROUNDS = 6;
    /** A second late for a train is as bad as so many late at work. */
    private static final int CONNECTION = 10;
    /** A coach that the pool does not have is as bad as everybody being so late. */
    private static final long NO_COACH_SECONDS = 3 * 3600;

    private final Instance in;
    private final TripLayout trip;
    private final DepartureCost cost;

    private long bestBreach;
    private long bestFen;
    private long bestLeave;
    private int bestDrivers;

    /** @param trip with riders and order of stops */
    DayByHand(Instance in, TripLayout trip) {
        this.in = in;
        this.trip = trip;
        this.cost = new DepartureCost(in, trip);
    }

    /** The day with the least delay, and the cheapest of these; null when the rules leave no time to drive. */
    UnfoldedTrip leastLate(PoolUsage usage) {
        trip.follow(null);
        long lower = Long.MIN_VALUE;
        long elapsed = 0;
        for (int k = 0; k < trip.stops; k++) {
            elapsed += trip.driveSeconds[k] + in.rules.stopSeconds();
            if (trip.earliest[k] != Long.MIN_VALUE) {
                lower = Math.max(lower, trip.earliest[k] - elapsed);
            }
        }
        begin();
        for (int drivers = fewest(); drivers <= most(); drivers++) {
            for (long shift = -SPAN_SECONDS; shift <= SPAN_SECONDS; shift += STEP_SECONDS) {
                attempt(lower + shift, drivers, usage, 0);
            }
        }
        return best();
    }

    /** The day on which the coach leaves its first stop at that moment, or as soon after it as the rules allow. */
    UnfoldedTrip leavingAt(long departure, PoolUsage usage) {
        trip.follow(null);
        trip.earliest[0] = departure;
        begin();
        for (int drivers = fewest(); drivers <= most(); drivers++) {
            long leave = departure - in.rules.stopSeconds() - trip.driveSeconds[0];
            for (int round = 0; round < ROUNDS && trip.simulate(leave, false, drivers); round++) {
                long late = trip.timeline.departure(0) - departure;
                long idle = trip.timeline.departure(0) - trip.timeline.arrival(0) - in.rules.stopSeconds();
                attempt(leave, drivers, usage, late * trip.load * CONNECTION);
                if (late == 0 && idle == 0) {
                    break;
                }
                leave += late > 0 ? -late : idle;
            }
        }
        return best();
    }

    private int fewest() {
        return trip.minDrivers();
    }

    /** Too few seats for the drivers who are needed do not keep anybody from showing the day. */
    private int most() {
        return Math.max(fewest(), trip.maxDrivers());
    }

    private void begin() {
        bestBreach = Long.MAX_VALUE;
        bestFen = Long.MAX_VALUE;
        bestDrivers = 0;
    }

    private void attempt(long leave, int drivers, PoolUsage usage, long breach) {
        if (!trip.simulate(leave, false, drivers)) {
            return;
        }
        long begin = trip.timeline.begin();
        long end = trip.timeline.end();
        long outside = Math.max(0, trip.pool.availableFrom - begin) + Math.max(0, end - trip.pool.availableUntil);
        long sum =
                breach + late() + outside * trip.load + (usage.admits(begin, end) ? 0 : NO_COACH_SECONDS * trip.load);
        long fen = cost.coachFen(drivers) + cost.timeFen(0);
        if (sum < bestBreach || sum == bestBreach && fen < bestFen) {
            bestBreach = sum;
            bestFen = fen;
            bestLeave = leave;
            bestDrivers = drivers;
        }
    }

    /** Seconds by which people are late, summed over them. */
    private long late() {
        long late = 0;
        for (LegTask task : trip.tasks) {
            long arrival = trip.timeline.arrival(trip.stopOf(task.alight(), false));
            long weight = task.kind() == LegTask.Kind.FEEDER_OUT ? CONNECTION : 1;
            late += weight * task.headcount() * Math.max(0, arrival - task.latest());
        }
        return late;
    }

    private UnfoldedTrip best() {
        if (bestDrivers == 0) {
            return null;
        }
        trip.timeline.simulate(
                bestLeave,
                trip.driveMetres,
                trip.driveSeconds,
                trip.earliest,
                trip.unbounded(),
                trip.stops,
                trip.exemptFromCurfew,
                bestDrivers);
        TripSchedule schedule = new TripSchedule(
                trip.pool,
                trip.tasks,
                Arrays.copyOf(trip.order.boards, trip.order.boardCount),
                Arrays.copyOf(trip.order.alights, trip.order.alightCount),
                bestDrivers,
                bestLeave,
                trip.timeline.begin(),
                trip.timeline.end(),
                trip.load,
                trip.loadedMetres,
                0,
                cost.coachFen(bestDrivers),
                cost.timeFen(0),
                cost.dayShiftFen(0),
                cost.changeFen(0),
                null);
        return unfolded(schedule);
    }

    private UnfoldedTrip unfolded(TripSchedule schedule) {
        String[] places = new String[trip.stops + 2];
        places[0] = in.placeIds[trip.pool.depot];
        places[trip.stops + 1] = places[0];
        long[] arrivals = new long[trip.stops];
        long[] departures = new long[trip.stops];
        for (int k = 0; k < trip.stops; k++) {
            places[k + 1] = in.placeIds[trip.place(k)];
            arrivals[k] = trip.timeline.arrival(k);
            departures[k] = trip.timeline.departure(k);
        }
        return new UnfoldedTrip(
                schedule,
                trip.loadedMetres,
                trip.emptyMetres,
                trip.timeline.events(places, trip.driveMetres, trip.driveSeconds),
                arrivals,
                departures);
    }
}
