package io.chunfeng.solver;

/**
 * People of one group who ride one coach between two places.
 *
 * @param board index of the place
 * @param earliest the coach leaves the boarding place at or after it
 * @param latest the coach reaches the alighting place at or before it
 * @param anchor departure (or arrival) of the train or flight that this feeder serves: passenger time counts from or to
 *     it; unused for a direct ride
 */
record LegTask(
        GroupFact group,
        Kind kind,
        int board,
        int alight,
        int headcount,
        int wheelchairs,
        long earliest,
        long latest,
        long anchor) {

    enum Kind {
        DIRECT,
        FEEDER_OUT,
        FEEDER_IN
    }

    static LegTask direct(GroupFact group, int headcount, int wheelchairs) {
        return new LegTask(
                group, Kind.DIRECT, group.from, group.to, headcount, wheelchairs, group.earliest, group.latest, 0);
    }

    /** The journey begins here: the boarding moment decides its date, and leaving later shortens it. */
    boolean first() {
        return kind != Kind.FEEDER_IN;
    }

    /** Arriving earlier shortens the journey. */
    boolean alightCounts() {
        return kind != Kind.FEEDER_OUT;
    }

    @Override
    public int hashCode() {
        return ((group.index * 31 + kind.ordinal()) * 31 + headcount) * 31
                + wheelchairs
                + board * 7919
                + alight * 104729
                + Long.hashCode(anchor);
    }
}
