package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pools are worth trying between two places: at home at either end (H10), cheapest empty way first. */
final class CandidatePools {
    private static final int MOST = 16;

    private final Instance in;
    private final Map<Long, PoolFact[]> known = new HashMap<>();
    private final Map<String, List<PoolFact>> byHome = new HashMap<>();

    CandidatePools(Instance in) {
        this.in = in;
        for (PoolFact pool : in.pools) {
            byHome.computeIfAbsent(pool.pool.homePrefecture(), home -> new ArrayList<>())
                    .add(pool);
        }
    }

    PoolFact[] between(int board, int alight) {
        return known.computeIfAbsent((long) board * in.placeIds.length + alight, key -> {
            List<PoolFact> fitting = new ArrayList<>();
            for (PoolFact pool : atHome(in.prefectures[board], in.prefectures[alight])) {
                if (in.reachable(pool.depot, board) && in.reachable(alight, pool.depot)) {
                    fitting.add(pool);
                }
            }
            fitting.sort(Comparator.comparingDouble(pool -> pool.pool.dispatchFen()
                    + (in.metres[pool.depot][board] + in.metres[alight][pool.depot])
                            * (pool.pool.fenPerEmptyKm() / 1000.0)));
            PoolFact[] all = fitting.toArray(PoolFact[]::new);
            return Arrays.copyOf(all, Math.min(all.length, MOST));
        });
    }

    private List<PoolFact> atHome(String board, String alight) {
        if (!in.homeEndApplies()) {
            return in.pools;
        }
        List<PoolFact> pools = new ArrayList<>(byHome.getOrDefault(board, List.of()));
        if (!alight.equals(board)) {
            pools.addAll(byHome.getOrDefault(alight, List.of()));
        }
        pools.sort(Comparator.comparingInt(pool -> pool.index));
        return pools;
    }
}
