package io.chunfeng.solver;

import io.chunfeng.plan.Rules.DriverHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person who rides a coach between two places pays for it at least, if the trip's cost is shared evenly by as many
 * as there are seats. Whoever else is on board, the coach comes from its depot, passes both places and drives home, perhaps
 * by a place in its home prefecture (H10); {@link ShortestWays} are never longer than the ways between its stops, and its
 * busy time is at least that of {@link LeastTime} with the two stops alone.
 */
final class CoachShares {
    /** Busy times are looked up with drives rounded down to these, which makes them few. */
    private static final long BUSY_STEP_SECONDS = 600;

    private static final double SECONDS_PER_DAY = LeastTime.DAY_SECONDS;

    /**
     * @param seatFen least share of one seat; infinite where no coach can drive
     * @param rideSeconds shortest time on board
     */
    record Share(int drivers, double seatFen, long rideSeconds) {}

    /** @param board,alight places */
    private record Pair(int board, int alight) {}

    private final Instance in;
    private final LeastTime time;
    private final int[][] metres;
    private final int[][] seconds;
    private final Map<String, int[]> byPrefecture = new HashMap<>();
    private final Map<Pair, List<Share>> shares = new HashMap<>();
    private final Map<Integer, List<PoolFact>> nearestFirst = new HashMap<>();
    /** Most passengers on any coach. */
    final int mostSeats;

    CoachShares(Instance in) {
        this.in = in;
        time = new LeastTime(in.rules);
        metres = ShortestWays.of(in.metres);
        seconds = ShortestWays.of(in.seconds);
        for (int place = 0; place < in.prefectures.length; place++) {
            int[] places = byPrefecture.getOrDefault(in.prefectures[place], new int[0]);
            places = Arrays.copyOf(places, places.length + 1);
            places[places.length - 1] = place;
            byPrefecture.put(in.prefectures[place], places);
        }
        mostSeats = in.pools.stream().mapToInt(pool -> pool.seats(1)).max().orElse(0);
    }

    /** One for each number of drivers with which some coach can drive; none where no coach can. */
    List<Share> between(int board, int alight) {
        return shares.computeIfAbsent(new Pair(board, alight), this::work);
    }

    /** The earliest arrival of somebody who leaves at a moment. */
    long arrival(long leaves, int board, int alight, int drivers) {
        return time.end(leaves, new long[] {seconds[board][alight]}, drivers, exempt(board, alight));
    }

    private boolean exempt(int board, int alight) {
        return metres[board][alight] <= in.rules.driverHours().curfewExemptMetres();
    }

    private List<Share> work(Pair pair) {
        int way = metres[pair.board][pair.alight];
        List<Share> found = new ArrayList<>();
        if (way >= ShortestWays.NONE) {
            return found;
        }
        DriverHours hours = in.rules.driverHours();
        int least = hours.enabled() && way >= Math.max(hours.secondDriverMetres(), hours.secondDriverExpresswayMetres())
                ? 2
                : 1;
        int most = hours.enabled() ? in.rules.maxDrivers() : 1;
        for (int drivers = least; drivers <= most; drivers++) {
            double best = Double.POSITIVE_INFINITY;
            for (PoolFact pool : nearestFirst.computeIfAbsent(pair.board, this::nearestFirst)) {
                best = Math.min(best, seatFen(pool, drivers, pair, best));
            }
            if (best < Double.POSITIVE_INFINITY) {
                long ride = time.shortest(
                        new long[] {seconds[pair.board][pair.alight]}, drivers, exempt(pair.board, pair.alight));
                found.add(new Share(drivers, best, ride));
            }
        }
        return found;
    }

    private List<PoolFact> nearestFirst(int place) {
        List<PoolFact> pools = new ArrayList<>(in.pools);
        pools.sort(Comparator.comparingInt(pool -> metres[pool.depot][place]));
        return pools;
    }

    /** Infinite where the coach cannot drive or is no cheaper than another one. */
    private double seatFen(PoolFact pool, int drivers, Pair pair, double otherFen) {
        int out = metres[pool.depot][pair.board];
        int back = metres[pair.alight][pool.depot];
        int seats = pool.seats(drivers);
        if (seats <= 0 || out >= ShortestWays.NONE || back >= ShortestWays.NONE) {
            return Double.POSITIVE_INFINITY;
        }
        double loaded = pool.pool.fenPerLoadedKm() / 1000.0;
        double empty = Math.min(loaded, pool.pool.fenPerEmptyKm() / 1000.0);
        double dayFen = (double) drivers * pool.pool.fenPerDriverDay();
        double rounding = 0.5;
        double wayFen = empty * out + loaded * metres[pair.board][pair.alight] + empty * back;
        double onceFen = pool.pool.dispatchFen() - rounding;
        if (onceFen + dayFen + wayFen >= otherFen * seats) {
            return Double.POSITIVE_INFINITY;
        }
        if (!home(pool, pair)) {
            wayFen = byHome(pool, pair, loaded, empty);
            if (onceFen + dayFen + wayFen >= otherFen * seats) {
                return Double.POSITIVE_INFINITY;
            }
        }
        long busy = busySeconds(pool, drivers, pair);
        if (busy > pool.availableUntil - pool.availableFrom) {
            return Double.POSITIVE_INFINITY;
        }
        return (onceFen + dayFen * Math.max(1, Math.ceil(busy / SECONDS_PER_DAY)) + wayFen) / seats;
    }

    private boolean home(PoolFact pool, Pair pair) {
        String home = pool.pool.homePrefecture();
        return !in.homeEndApplies()
                || in.prefectures[pair.board].equals(home)
                || in.prefectures[pair.alight].equals(home);
    }

    /** Another rider's place lies at home: before, between or after. */
    private double byHome(PoolFact pool, Pair pair, double loaded, double empty) {
        int depot = pool.depot;
        int board = pair.board;
        int alight = pair.alight;
        double least = Double.POSITIVE_INFINITY;
        for (int home : byPrefecture.getOrDefault(pool.pool.homePrefecture(), new int[0])) {
            double before = empty * metres[depot][home]
                    + loaded * ((double) metres[home][board] + metres[board][alight])
                    + empty * metres[alight][depot];
            double between = empty * metres[depot][board]
                    + loaded * ((double) metres[board][home] + metres[home][alight])
                    + empty * metres[alight][depot];
            double after = empty * metres[depot][board]
                    + loaded * ((double) metres[board][alight] + metres[alight][home])
                    + empty * metres[home][depot];
            least = Math.min(least, Math.min(before, Math.min(between, after)));
        }
        return least;
    }

    private long busySeconds(PoolFact pool, int drivers, Pair pair) {
        long[] legs = {
            floor(seconds[pool.depot][pair.board]),
            floor(seconds[pair.board][pair.alight]),
            floor(seconds[pair.alight][pool.depot])
        };
        return time.shortest(legs, drivers, exempt(pair.board, pair.alight));
    }

    private static long floor(long seconds) {
        return seconds / BUSY_STEP_SECONDS * BUSY_STEP_SECONDS;
    }
}
