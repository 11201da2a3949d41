package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import java.util.Set;

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

    /**
     * One coach leg of a journey of a plan.
     *
     * @param leg its index; legs before the train or flight lead to it, those after it away from it
     * @param rails ids of the trains; what else is ridden as the main leg is a flight
     * @param main index of the leg by train or flight, or -1 for a coach all the way
     */
    static LegTask of(Instance in, GroupFact fact, Plan.Journey journey, int leg, int main, Set<String> rails) {
        if (main < 0) {
            return direct(fact, journey.headcount(), journey.wheelchairs());
        }
        boolean out = leg < main;
        Plan.Leg ride = journey.legs().get(main);
        boolean rail = rails.contains(ride.vehicle());
        long anchor = (out ? ride.boardAt() : ride.alightAt()).getEpochSecond();
        int between = out
                ? rail ? in.rules.checkInSecondsRail() : in.rules.checkInSecondsAir()
                : rail ? in.rules.egressSecondsRail() : in.rules.egressSecondsAir();
        return new LegTask(
                fact,
                out ? Kind.FEEDER_OUT : Kind.FEEDER_IN,
                in.place(journey.legs().get(leg).board()),
                in.place(journey.legs().get(leg).alight()),
                journey.headcount(),
                journey.wheelchairs(),
                out ? fact.earliest : anchor + between,
                out ? anchor - between : fact.latest,
                anchor);
    }

    /** The journey begins here: the boarding moment decides its date, and leaving later shortens it. */
    boolean first() {
        return kind != Kind.FEEDER_IN;
    }

    /** Arriving earlier shortens the journey. */
    boolean alightCounts() {
        return kind != Kind.FEEDER_OUT;
    }

    /**
     * A number that hardly any other task has. Sums of such numbers tell sets of riders apart, whatever their order; that
     * two sets share one is less likely than a fault of the machine, and the plan's checker would see it.
     */
    long mark() {
        long mark = mix(group.index * 4L + kind.ordinal());
        mark = mix(mark ^ ((long) headcount << 32 | wheelchairs));
        return kind == Kind.DIRECT ? mark : mix(mark ^ anchor * 31 + (kind == Kind.FEEDER_OUT ? alight : board));
    }

    /** Steele, Lea, Flood 2014: SplitMix64. */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
