package io.chunfeng.run;

import io.chunfeng.place.Place;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest few matrices: planning the same weekend again needs the same one. */
final class MatrixCache {
    private static final int KEPT = 4;

    private final RoadNetwork roads;
    private final Map<List<Place>, RoadMatrix> latest = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Place>, RoadMatrix> eldest) {
            return size() > KEPT;
        }
    };

    MatrixCache(RoadNetwork roads) {
        this.roads = roads;
    }

    synchronized RoadMatrix of(List<Place> places) {
        // not computeIfAbsent: a failed computation must not leave a trace, and eviction happens in put
        RoadMatrix known = latest.get(places);
        if (known == null) {
            known = roads.matrix(places);
            latest.put(List.copyOf(places), known);
        }
        return known;
    }
}
