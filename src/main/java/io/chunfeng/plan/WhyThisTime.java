package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.VehicleExplanation.TimeBound;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps a coach trip from leaving earlier or later, found by running its day again: a minute, a quarter of an hour
 * and an hour away. The first of them that is impossible tells what binds; where all are possible, the hour's cost is told.
 */
final class WhyThisTime {
    private static final int[] STEPS_SECONDS = {60, 900, 3600};

    private final PlanView view;
    private final Plan.CoachTrip trip;
    private final CoachPool pool;
    private final TripDay day;
    private final DutyTimeline timeline;
    private final long leaves;
    private final long returns;
    private final boolean exemptFromCurfew;

    private WhyThisTime(PlanView view, Plan.CoachTrip trip, TripDay day) {
        this.view = view;
        this.trip = trip;
        this.day = day;
        pool = view.pools.get(trip.poolId());
        timeline = new DutyTimeline(view.problem.rules());
        leaves = trip.busyFrom().getEpochSecond();
        returns = trip.busyUntil().getEpochSecond();
        exemptFromCurfew =
                day.loadedMetres <= view.problem.rules().driverHours().curfewExemptMetres();
    }

    /** Earlier, then later. */
    static List<TimeBound> of(PlanView view, Plan.CoachTrip trip, TripDay day) {
        WhyThisTime why = new WhyThisTime(view, trip, day);
        return List.of(why.towards(-1), why.towards(1));
    }

    /** Whether one driver fewer could drive the same day in the same time, whatever the loaded way asks for. */
    static boolean needsDriversByHours(PlanView view, Plan.CoachTrip trip, TripDay day) {
        WhyThisTime why = new WhyThisTime(view, trip, day);
        DutyTimeline fewer = new DutyTimeline(view.problem.rules());
        return !why.run(fewer, why.leaves, trip.drivers() - 1)
                || !why.run(why.timeline, why.leaves, trip.drivers())
                || fewer.end() > why.timeline.end();
    }

    private TimeBound towards(int sign) {
        for (int step : STEPS_SECONDS) {
            TimeBound bound = impossible(sign * (long) step);
            if (bound != null) {
                return bound;
            }
        }
        return priced(sign * (long) STEPS_SECONDS[STEPS_SECONDS.length - 1]);
    }

    private boolean run(DutyTimeline with, long leave, int drivers) {
        int stops = day.stops.size();
        long[] whenever = new long[stops];
        Arrays.fill(whenever, Long.MAX_VALUE);
        return with.simulate(
                leave, day.metres, day.seconds, day.moments(day.earliest), whenever, stops, exemptFromCurfew, drivers);
    }

    private TimeBound impossible(long seconds) {
        if (!run(timeline, leaves + seconds, trip.drivers())) {
            return bound(seconds, BindingReason.HOURS_24, null, null);
        }
        long from = Math.max(seconds(pool.availableFrom()), seconds(view.problem.asOf()));
        if (timeline.begin() < from) {
            return from == seconds(pool.availableFrom())
                    ? bound(seconds, BindingReason.POOL_PERIOD, pool.id(), pool.availableFrom())
                    : bound(seconds, BindingReason.AS_OF, null, view.problem.asOf());
        }
        if (seconds < 0) {
            TripDay.Limit waiting = waitedFor();
            if (waiting != null) {
                return bound(seconds, waiting);
            }
        }
        for (int k = 0; k < day.latest.length; k++) {
            if (timeline.arrival(k) > day.latest[k].moment()) {
                return bound(seconds, day.latest[k]);
            }
        }
        if (timeline.end() > seconds(pool.availableUntil())) {
            return bound(seconds, BindingReason.POOL_PERIOD, pool.id(), pool.availableUntil());
        }
        return coachesOut(timeline.begin(), timeline.end())
                ? bound(seconds, BindingReason.POOL_BUSY, pool.id(), null)
                : null;
    }

    /** Leaving earlier, the coach would only wait for these people. */
    private TripDay.Limit waitedFor() {
        for (int k = 0; k < day.earliest.length; k++) {
            long departs = day.stops.get(k).event().to().getEpochSecond();
            if (day.earliest[k].moment() == departs && timeline.departure(k) == departs) {
                return day.earliest[k];
            }
        }
        return null;
    }

    private TimeBound priced(long seconds) {
        run(timeline, leaves + seconds, trip.drivers());
        long costFen = costFen(timeline) - actualFen();
        return new TimeBound(seconds, costFen <= 0 ? BindingReason.FREE : dearer(seconds), null, null, costFen);
    }

    /** The rule without which another time would cost least more; none where the rules do not matter. */
    private BindingReason dearer(long seconds) {
        Rules.DriverHours h = view.problem.rules().driverHours();
        Map<BindingReason, Rules.DriverHours> without = new EnumMap<>(BindingReason.class);
        without.put(BindingReason.CURFEW, h.withCurfew(h.curfewTo(), h.curfewTo()));
        without.put(BindingReason.NIGHT, h.withNight(h.nightTo(), h.nightTo()));
        without.put(BindingReason.CONTINUOUS_DRIVING, h.withDayContinuous(Integer.MAX_VALUE));
        without.put(BindingReason.HOURS_24, h.withSecondsPerDriver(DutyTimeline.DAY_SECONDS));
        BindingReason reason = BindingReason.CHEAPEST;
        long least = moreFen(h, seconds);
        for (Map.Entry<BindingReason, Rules.DriverHours> rule : without.entrySet()) {
            long fen = moreFen(rule.getValue(), seconds);
            if (fen < least) {
                least = fen;
                reason = rule.getKey();
            }
        }
        return reason;
    }

    /** What leaving so many seconds later costs more under other hours. */
    private long moreFen(Rules.DriverHours hours, long seconds) {
        DutyTimeline other = new DutyTimeline(view.problem.rules().withDriverHours(hours));
        if (!run(other, leaves + seconds, trip.drivers())) {
            return Long.MAX_VALUE;
        }
        long shifted = costFen(other);
        return run(other, leaves, trip.drivers()) ? shifted - costFen(other) : Long.MAX_VALUE;
    }

    /** Of the day that a timeline holds: coach, passenger time on it and waiting for it, other days than preferred. */
    private long costFen(DutyTimeline run) {
        long seconds = 0;
        long days = 0;
        for (int k = 0; k < day.stops.size(); k++) {
            TripStop stop = day.stops.get(k);
            seconds +=
                    shifted(stop.alighting(), run.arrival(k), false) - shifted(stop.boarding(), run.departure(k), true);
            days += shiftedDays(stop.boarding(), Instant.ofEpochSecond(run.departure(k)));
        }
        return PlanCosts.coachTripFen(pool, trip.drivers(), day.loadedMetres, day.emptyMetres, run.end() - run.begin())
                + peopleFen(seconds, days);
    }

    private long actualFen() {
        long seconds = 0;
        long days = 0;
        for (TripStop stop : day.stops) {
            seconds += shifted(stop.alighting(), stop.event().from().getEpochSecond(), false)
                    - shifted(stop.boarding(), stop.event().to().getEpochSecond(), true);
            days += shiftedDays(stop.boarding(), stop.event().to());
        }
        return PlanCosts.coachTripFen(pool, trip) + peopleFen(seconds, days);
    }

    private long peopleFen(long seconds, long days) {
        Rules.Weights weights = view.problem.rules().weights();
        return Math.floorDiv(seconds * weights.fenPerPassengerHour() + 1800, 3600L)
                + days * weights.fenPerPassengerDayShift();
    }

    /** Person seconds of one end of the ride; an end at a train or flight moves nobody's door. */
    private static long shifted(List<PlanView.Rider> riders, long moment, boolean boarding) {
        return riders.stream()
                .filter(rider -> outermost(rider, boarding))
                .mapToLong(rider -> moment * rider.journey().headcount())
                .sum();
    }

    private static boolean outermost(PlanView.Rider rider, boolean first) {
        List<Plan.Leg> legs = rider.journey().legs();
        return rider.leg() == legs.get(first ? 0 : legs.size() - 1);
    }

    private long shiftedDays(List<PlanView.Rider> boarding, Instant departure) {
        long days = 0;
        for (PlanView.Rider rider : boarding) {
            Group group = view.groups.get(rider.journey().groupId());
            if (group != null && outermost(rider, true)) {
                days += rider.journey().headcount() * PlanCosts.dayShift(departure, group);
            }
        }
        return days;
    }

    /** Whether the pool would lack a coach if this trip took another time. */
    private boolean coachesOut(long from, long until) {
        List<Plan.CoachTrip> others = view.plan.coachTrips().stream()
                .filter(other -> other != trip
                        && other.poolId().equals(pool.id())
                        && !other.events().isEmpty())
                .toList();
        return out(others, from) >= pool.count()
                || others.stream()
                        .map(other -> seconds(other.busyFrom()))
                        .anyMatch(moment -> moment > from && moment < until && out(others, moment) >= pool.count());
    }

    private static long out(List<Plan.CoachTrip> trips, long moment) {
        return trips.stream()
                .filter(other -> seconds(other.busyFrom()) <= moment && seconds(other.busyUntil()) > moment)
                .count();
    }

    private static TimeBound bound(long seconds, TripDay.Limit limit) {
        return bound(seconds, limit.reason(), limit.subject(), Instant.ofEpochSecond(limit.moment()));
    }

    private static TimeBound bound(long seconds, BindingReason reason, String subject, Instant limit) {
        return new TimeBound(seconds, reason, subject, limit, 0);
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond();
    }
}
