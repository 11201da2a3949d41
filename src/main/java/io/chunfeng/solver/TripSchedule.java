package io.chunfeng.solver;

import java.util.List;

/**
 * One dispatch worked out: who rides, in which order the coach stops, when it leaves, what that costs. Immutable, and
 * valid by itself; only the number of coaches of the pool and the seats of trains and flights are left to the
 * constraints.
 *
 * @param tasks the riders in canonical order
 * @param boards indices of boarding places in order of travel
 * @param alights indices of alighting places in order of travel
 * @param leave when the coach leaves the depot at the earliest (see {@link io.chunfeng.plan.DutyTimeline})
 * @param load persons
 * @param loadedMetres from the first to the last stop
 * @param riders sum of the riders' marks, see {@link LegTask#mark}
 * @param coachFen dispatch, kilometres and drivers
 * @param timeFen passenger hours on this coach and waiting for its train or flight
 * @param dayShiftFen departures on another day than preferred
 * @param changeFen people who board otherwise than published
 * @param follows the published trip whose departures it keeps, or null
 */
record TripSchedule(
        PoolFact pool,
        List<LegTask> tasks,
        int[] boards,
        int[] alights,
        int drivers,
        long leave,
        long busyFrom,
        long busyUntil,
        int load,
        long loadedMetres,
        long riders,
        long coachFen,
        long timeFen,
        long dayShiftFen,
        long changeFen,
        PublishedTrip follows) {

    /** The same trip with the same people, as another problem knows them. */
    TripSchedule of(PoolFact same, List<LegTask> theirs) {
        return new TripSchedule(
                same,
                theirs,
                boards,
                alights,
                drivers,
                leave,
                busyFrom,
                busyUntil,
                load,
                loadedMetres,
                theirs.stream().mapToLong(LegTask::mark).sum(),
                coachFen,
                timeFen,
                dayShiftFen,
                changeFen,
                follows);
    }

    long costFen() {
        return coachFen + timeFen + dayShiftFen + changeFen;
    }

    int freeSeats() {
        return pool.seats(drivers) - load;
    }
}
