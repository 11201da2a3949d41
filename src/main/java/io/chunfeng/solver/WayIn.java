package io.chunfeng.solver;

/**
 * A way for some people of a group into a plan as it is.
 *
 * @param open the plan
 * @param ride the train or flight, or null for a coach all the way
 * @param out the direct coach, or the feeder to the station; null when they walk
 * @param back the feeder from the station, or null
 * @param fen what it adds to the cost of the plan, passengers' time included
 */
record WayIn(OpenPlan open, int persons, int wheelchairs, RideOption ride, Seat out, Seat back, long fen) {

    /**
     * Seats on a coach.
     *
     * @param joined the trip that becomes {@code after}; null for a coach of their own
     * @param task the people on it
     */
    record Seat(OpenPlan.OpenTrip joined, TripSchedule after, LegTask task, long fen) {}

    double fenPerPerson() {
        return (double) fen / persons;
    }
}
