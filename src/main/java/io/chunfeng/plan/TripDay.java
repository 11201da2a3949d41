package io.chunfeng.plan;

import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.util.List;

/** A coach trip of a plan taken apart, so that its day can be run again at another time: drives, and what bounds each stop. */
final class TripDay {
    /** A moment that binds a stop, and why. */
    record Limit(long moment, BindingReason reason, String subject) {}

    private static final Limit NEVER_TOO_EARLY = new Limit(Long.MIN_VALUE, BindingReason.FREE, null);
    private static final Limit NEVER_TOO_LATE = new Limit(Long.MAX_VALUE, BindingReason.FREE, null);

    final List<TripStop> stops;
    final int[] metres;
    final int[] seconds;
    /** By stop: nobody leaves before, everybody has arrived by. */
    final Limit[] earliest;

    final Limit[] latest;
    final long loadedMetres;
    final long emptyMetres;
    /** Metres on expressways, from the first to the last stop. */
    final double expresswayMetres;

    private TripDay(PlanView view, List<TripStop> stops, int[] metres, int[] seconds) {
        this.stops = stops;
        this.metres = metres;
        this.seconds = seconds;
        int n = stops.size();
        earliest = new Limit[n];
        latest = new Limit[n];
        long loaded = 0;
        double expressway = 0;
        for (int k = 1; k < n; k++) {
            loaded += metres[k];
            expressway += metres[k]
                    * view.expressway(
                            stops.get(k - 1).event().place(),
                            stops.get(k).event().place());
        }
        expresswayMetres = expressway;
        loadedMetres = loaded;
        emptyMetres = (long) metres[0] + metres[n];
        for (int k = 0; k < n; k++) {
            earliest[k] = NEVER_TOO_EARLY;
            latest[k] = NEVER_TOO_LATE;
            for (PlanView.Rider rider : stops.get(k).boarding()) {
                Limit limit = earliest(view, rider);
                earliest[k] = limit.moment > earliest[k].moment ? limit : earliest[k];
            }
            for (PlanView.Rider rider : stops.get(k).alighting()) {
                Limit limit = latest(view, rider);
                latest[k] = limit.moment < latest[k].moment ? limit : latest[k];
            }
        }
    }

    /** Null where the trip has no stops, or a drive that the matrix lacks. */
    static TripDay of(PlanView view, Plan.CoachTrip trip) {
        if (!view.pools.containsKey(trip.poolId()) || trip.events().isEmpty()) {
            return null;
        }
        List<TripStop> stops = TripStop.of(view, trip);
        if (stops.isEmpty()) {
            return null;
        }
        String depot = view.pools.get(trip.poolId()).depot();
        int[] metres = new int[stops.size() + 1];
        int[] seconds = new int[stops.size() + 1];
        String at = depot;
        for (int k = 0; k <= stops.size(); k++) {
            String next = k == stops.size() ? depot : stops.get(k).event().place();
            metres[k] = at.equals(next) ? 0 : view.metres(at, next);
            seconds[k] = at.equals(next) ? 0 : view.seconds(at, next);
            if (metres[k] == RoadMatrix.UNREACHABLE || seconds[k] == RoadMatrix.UNREACHABLE) {
                return null;
            }
            at = next;
        }
        return new TripDay(view, stops, metres, seconds);
    }

    long[] moments(Limit[] limits) {
        long[] moments = new long[limits.length];
        for (int k = 0; k < limits.length; k++) {
            moments[k] = limits[k].moment;
        }
        return moments;
    }

    private static Limit earliest(PlanView view, PlanView.Rider rider) {
        Plan.Leg before = next(rider, -1);
        if (before != null) {
            Rules rules = view.problem.rules();
            int egress = rail(view, before) ? rules.egressSecondsRail() : rules.egressSecondsAir();
            return new Limit(seconds(before.alightAt()) + egress, BindingReason.EGRESS, before.vehicle());
        }
        if (!view.groups.containsKey(rider.journey().groupId())) {
            return NEVER_TOO_EARLY;
        }
        Instant own = view.groups.get(rider.journey().groupId()).earliestDeparture();
        return view.problem.asOf().isAfter(own)
                ? new Limit(seconds(view.problem.asOf()), BindingReason.AS_OF, null)
                : new Limit(
                        seconds(own),
                        BindingReason.EARLIEST_DEPARTURE,
                        rider.journey().groupId());
    }

    private static Limit latest(PlanView view, PlanView.Rider rider) {
        Plan.Leg after = next(rider, 1);
        if (after != null) {
            Rules rules = view.problem.rules();
            int checkIn = rail(view, after) ? rules.checkInSecondsRail() : rules.checkInSecondsAir();
            return new Limit(seconds(after.boardAt()) - checkIn, BindingReason.CHECK_IN, after.vehicle());
        }
        String group = rider.journey().groupId();
        return view.groups.containsKey(group)
                ? new Limit(seconds(view.groups.get(group).latestArrival()), BindingReason.LATEST_ARRIVAL, group)
                : NEVER_TOO_LATE;
    }

    private static boolean rail(PlanView view, Plan.Leg leg) {
        return view.services.containsKey(leg.vehicle());
    }

    /** The leg before or after the rider's on this trip, or null. */
    private static Plan.Leg next(PlanView.Rider rider, int step) {
        List<Plan.Leg> legs = rider.journey().legs();
        int index = legs.indexOf(rider.leg()) + step;
        return index < 0 || index >= legs.size() ? null : legs.get(index);
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond();
    }
}
