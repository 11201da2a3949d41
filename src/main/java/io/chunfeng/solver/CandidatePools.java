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

    CandidatePools(Instance in) {
        this.in = in;
    }

    PoolFact[] between(int board, int alight) {
        return known.computeIfAbsent((long) board * in.placeIds.length + alight, key -> {
            List<PoolFact> fitting = new ArrayList<>();
            for (PoolFact pool : in.pools) {
                if (atHome(pool, board, alight)
                        && in.reachable(pool.depot, board)
                        && in.reachable(alight, pool.depot)) {
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

    private boolean atHome(PoolFact pool, int board, int alight) {
        String home = pool.pool.homePrefecture();
        return !in.homeEndApplies() || in.prefectures[board].equals(home) || in.prefectures[alight].equals(home);
    }
}
