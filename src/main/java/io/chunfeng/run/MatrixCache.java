package io.chunfeng.run;

import io.chunfeng.place.Place;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest few matrices: planning the same weekend again, on the same roads, needs the same one. */
final class MatrixCache {
    private static final int KEPT = 4;

    private final Map<Ways, RoadMatrix> latest = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ways, RoadMatrix> eldest) {
            return size() > KEPT;
        }
    };

    /** @param roads key of the network: map, profile, closures */
    private record Ways(String roads, List<Place> places) {}

    synchronized RoadMatrix of(RoadNetwork roads, List<Place> places) {
        Ways ways = new Ways(roads.key(), List.copyOf(places));
        // not computeIfAbsent: a failed computation must not leave a trace, and eviction happens in put
        RoadMatrix known = latest.get(ways);
        if (known == null) {
            known = roads.matrix(places);
            latest.put(ways, known);
        }
        return known;
    }
}
