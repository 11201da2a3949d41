package io.chunfeng.solver;

import java.util.stream.IntStream;

/**
 * How some people of a group travel. Coaches are named by slot id, never by reference: OptaPlanner clones slots.
 *
 * @param ride the train or flight, or null for a coach all the way
 * @param coachOut slot of the direct coach or of the feeder to the station, {@link #NONE} when they walk
 * @param coachIn slot of the feeder from the station, or {@link #NONE}
 * @param rideFen time on the train or flight, transfers, another train or flight than published, and another day than preferred when people walk to it; what
 *     coaches add is part of their schedules
 */
record Itinerary(int headcount, int wheelchairs, RideOption ride, int coachOut, int coachIn, long rideFen) {
    static final int NONE = -1;

    boolean direct() {
        return ride == null;
    }

    /** Slots of the coaches they ride, none to two. */
    int[] coaches() {
        return IntStream.of(coachOut, coachIn).filter(slot -> slot != NONE).toArray();
    }

    /** The same way in another coach. */
    Itinerary with(int fromSlot, int toSlot) {
        return new Itinerary(
                headcount,
                wheelchairs,
                ride,
                coachOut == fromSlot ? toSlot : coachOut,
                coachIn == fromSlot ? toSlot : coachIn,
                rideFen);
    }

    /** The people as passengers of their first coach; only when there is one. */
    LegTask taskOut(GroupFact group) {
        return ride == null
                ? LegTask.direct(group, headcount, wheelchairs)
                : ride.taskOut(group, headcount, wheelchairs);
    }

    /** The people as passengers of the feeder from the station; only when there is one. */
    LegTask taskIn(GroupFact group) {
        return ride.taskIn(group, headcount, wheelchairs);
    }
}
