package io.chunfeng.solver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many dispatches of a pool a plan may hold. */
final class Dispatches {
    private static final int FEWEST_PER_COACH = 4;
    private static final int MOST_PER_COACH = 48;

    private static final Demand NOBODY = new Demand();

    private final boolean homeEnd;
    private final Demand everybody = new Demand();
    private final Map<String, Demand> groupsAt = new HashMap<>();
    private final Map<String, Demand> servicesAt = new HashMap<>();

    /** Those whom coaches of a prefecture may carry. */
    private static final class Demand {
        private long persons;
        private long groups;
        private long seconds;

        void add(long ofPersons, long ofGroups, long ofSeconds) {
            persons += ofPersons;
            groups += ofGroups;
            seconds += ofSeconds;
        }
    }

    /** @param in with its groups and services */
    Dispatches(Instance in) {
        homeEnd = in.homeEndApplies();
        for (GroupFact group : in.groups) {
            if (in.reachable(group.from, group.to)) {
                long seconds = in.seconds[group.from][group.to];
                everybody.add(group.headcount, 1, seconds);
                for (String end : distinct(in, group.from, group.to)) {
                    groupsAt.computeIfAbsent(end, code -> new Demand()).add(group.headcount, 1, seconds);
                }
            }
        }
        for (ServiceFact service : in.services) {
            long seats = (long) service.seatsPerUnit * service.unitLimit();
            for (String call : distinct(in, service.place)) {
                servicesAt
                        .computeIfAbsent(call, code -> new Demand())
                        .add(seats, in.suited(service).size(), 0);
            }
        }
    }

    private static Set<String> distinct(Instance in, int... places) {
        Set<String> prefectures = new HashSet<>();
        for (int place : places) {
            prefectures.add(in.prefectures[place]);
        }
        return prefectures;
    }

    /**
     * Coaches times round trips in the time they are available, by the mean way of those they may carry; not more than
     * those people could fill twice over.
     */
    int most(PoolFact pool) {
        String home = pool.pool.homePrefecture();
        long persons = 0;
        long groups = 0;
        long seconds = 0;
        for (Demand demand : List.of(
                homeEnd ? groupsAt.getOrDefault(home, NOBODY) : everybody, servicesAt.getOrDefault(home, NOBODY))) {
            persons += demand.persons;
            groups += demand.groups;
            seconds += demand.seconds;
        }
        long roundTrip = Math.max(3600, groups == 0 ? 0 : 2 * seconds / groups);
        long perCoach = Math.max(
                FEWEST_PER_COACH, Math.min(MOST_PER_COACH, (pool.availableUntil - pool.availableFrom) / roundTrip));
        long useful = 2 * persons / Math.max(1, pool.seats(1)) + groups;
        return (int) Math.min(pool.pool.count() * perCoach, useful);
    }
}
