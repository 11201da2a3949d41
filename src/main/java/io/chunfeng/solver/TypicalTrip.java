package io.chunfeng.solver;

import java.util.List;

/** What a coach trip of a problem costs, by which the search knows what is much and what is little. */
final class TypicalTrip {
    private static final int GROUPS_LOOKED_AT = 40;

    private TypicalTrip() {}

    /** Mean over some groups of the cheapest coach of their own, in fen; the fallback where no coach can run. */
    static long fen(Instance in, long fallbackFen) {
        TripScheduler scheduler = new TripScheduler(in);
        CandidatePools pools = new CandidatePools(in);
        int step = Math.max(1, in.groups.size() / GROUPS_LOOKED_AT);
        long sum = 0;
        int trips = 0;
        for (int g = 0; g < in.groups.size(); g += step) {
            long cheapest = cheapestFen(in, in.groups.get(g), scheduler, pools);
            if (cheapest < Long.MAX_VALUE) {
                sum += cheapest;
                trips++;
            }
        }
        return trips == 0 ? fallbackFen : sum / trips;
    }

    private static long cheapestFen(Instance in, GroupFact group, TripScheduler scheduler, CandidatePools pools) {
        long cheapest = Long.MAX_VALUE;
        if (!group.direct || group.headcount == 0) {
            return cheapest;
        }
        for (PoolFact pool : pools.between(group.from, group.to)) {
            for (int drivers = 1; drivers <= in.rules.maxDrivers(); drivers++) {
                PartSize size = PartSize.largest(group, group.headcount, 0, pool.seats(drivers), 0);
                TripSchedule trip = size == null
                        ? null
                        : scheduler.schedule(pool, List.of(LegTask.direct(group, size.persons(), 0)), null);
                if (trip != null) {
                    cheapest = Math.min(cheapest, trip.costFen());
                    break;
                }
            }
        }
        return cheapest;
    }
}
