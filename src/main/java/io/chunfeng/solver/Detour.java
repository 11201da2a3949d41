package io.chunfeng.solver;

/** A quick look at what serving two more places costs a trip. */
final class Detour {
    private Detour() {}

    /** Roughly the least that a trip grows by when it serves these two places as well. */
    static double fen(Instance in, TripSchedule trip, LegTask task) {
        double metres = 0;
        if (!contains(trip.boards(), task.board())) {
            metres += metres(in, trip.pool().depot, trip.boards(), trip.alights()[0], task.board());
        }
        if (!contains(trip.alights(), task.alight())) {
            metres += metres(
                    in, trip.boards()[trip.boards().length - 1], trip.alights(), trip.pool().depot, task.alight());
        }
        long rate = Math.min(trip.pool().pool.fenPerLoadedKm(), trip.pool().pool.fenPerEmptyKm());
        return 0.7 * metres * rate / 1000;
    }

    /** Roughly what the trip costs more (or less) in a coach of another pool. */
    static double otherCoachFen(Instance in, TripSchedule trip, PoolFact pool) {
        int first = trip.boards()[0];
        int last = trip.alights()[trip.alights().length - 1];
        if (!in.reachable(pool.depot, first) || !in.reachable(last, pool.depot)) {
            return Double.POSITIVE_INFINITY;
        }
        return coachFen(in, trip, pool, first, last) - coachFen(in, trip, trip.pool(), first, last);
    }

    private static double coachFen(Instance in, TripSchedule trip, PoolFact pool, int first, int last) {
        double emptyKm = (in.metres[pool.depot][first] + in.metres[last][pool.depot]) / 1000.0;
        return pool.pool.dispatchFen()
                + trip.drivers() * pool.pool.fenPerDriverDay()
                + trip.loadedMetres() / 1000.0 * pool.pool.fenPerLoadedKm()
                + emptyKm * pool.pool.fenPerEmptyKm();
    }

    /** Infinite where the place cannot be on the trip; 0 where only another order of the stops could take it in. */
    private static double metres(Instance in, int before, int[] places, int after, int place) {
        double best = Double.POSITIVE_INFINITY;
        boolean reached = in.reachable(before, place);
        boolean left = in.reachable(place, after);
        int at = before;
        for (int k = 0; k <= places.length; k++) {
            int next = k == places.length ? after : places[k];
            if (in.reachable(at, place) && in.reachable(place, next)) {
                best = Math.min(best, (double) in.metres[at][place] + in.metres[place][next] - in.metres[at][next]);
            }
            reached |= in.reachable(next, place) && k < places.length;
            left |= in.reachable(place, next);
            at = next;
        }
        return best == Double.POSITIVE_INFINITY && reached && left ? 0 : best;
    }

    private static boolean contains(int[] places, int place) {
        for (int p : places) {
            if (p == place) {
                return true;
            }
        }
        return false;
    }
}
