package io.chunfeng.solver;

/** How many dispatches of a pool a plan may hold. */
final class Dispatches {
    private static final int FEWEST_PER_COACH = 4;
    private static final int MOST_PER_COACH = 48;

    private Dispatches() {}

    /**
     * Coaches times round trips in the time they are available, by the mean way of those they may carry; not more than
     * those people could fill twice over.
     */
    static int most(Instance in, PoolFact pool) {
        String home = pool.pool.homePrefecture();
        long persons = 0;
        long groups = 0;
        long seconds = 0;
        for (GroupFact group : in.groups) {
            boolean atHome = !in.homeEndApplies()
                    || in.prefectures[group.from].equals(home)
                    || in.prefectures[group.to].equals(home);
            if (atHome && in.reachable(group.from, group.to)) {
                persons += group.headcount;
                groups++;
                seconds += in.seconds[group.from][group.to];
            }
        }
        for (ServiceFact service : in.services) {
            for (int call = 0; call < service.place.length; call++) {
                if (in.prefectures[service.place[call]].equals(home)) {
                    groups += in.suited(service).size();
                    persons += (long) service.seatsPerUnit * service.unitLimit();
                    break;
                }
            }
        }
        long roundTrip = Math.max(3600, groups == 0 ? 0 : 2 * seconds / groups);
        long perCoach = Math.max(
                FEWEST_PER_COACH, Math.min(MOST_PER_COACH, (pool.availableUntil - pool.availableFrom) / roundTrip));
        long useful = 2 * persons / Math.max(1, pool.seats(1)) + groups;
        return (int) Math.min(pool.pool.count() * perCoach, useful);
    }
}
