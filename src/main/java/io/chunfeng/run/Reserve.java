package io.chunfeng.run;

import io.chunfeng.capacity.CoachPool;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 应急运力: ordinary planning does without the coaches that are kept back for incidents. Pure. */
final class Reserve {
    private Reserve() {}

    /**
     * @param reserves coaches kept back, by pool id
     * @param published pools of the plan that is planned anew: what an incident has released for it may run on
     */
    static List<CoachPool> keptBack(
            List<CoachPool> pools, Map<String, Integer> reserves, Collection<CoachPool> published) {
        Map<String, Integer> released = new HashMap<>();
        published.forEach(pool -> released.put(pool.id(), pool.count()));
        return pools.stream()
                .map(pool -> {
                    int free = pool.count() - reserves.getOrDefault(pool.id(), 0);
                    int used = Math.min(pool.count(), released.getOrDefault(pool.id(), 0));
                    return pool.withCount(Math.max(free, used));
                })
                .toList();
    }
}
