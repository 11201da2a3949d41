package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Roads whose ways are computed once: what a store knows is taken from it, only the rest is computed, and then kept. Ways lie between points, so a
 * renamed place keeps its ways and a moved one gets new ones. While the store is away everything is computed.
 */
public final class KnownRoads implements ForwardingRoads {
    private static final Logger LOG = LoggerFactory.getLogger(KnownRoads.class);

    private final RoadNetwork roads;
    private final WayStore store;

    public KnownRoads(RoadNetwork roads, WayStore store) {
        this.roads = roads;
        this.store = store;
    }

    @Override
    public RoadNetwork roads() {
        return roads;
    }

    @Override
    public RoadMatrix matrix(List<Place> places, Pairs wanted) {
        Points points = Points.of(places);
        Pairs between = points.between(wanted);
        WayTable table = new WayTable(points.size());
        boolean storeAnswers = load(points, table);
        Pairs missing = table.missing(between);
        if (missing.count() > 0) {
            Points.Part part = points.part(places, missing);
            roads.ways(part.places(), part.wanted(), table.taking(part));
            if (storeAnswers) {
                keep(points, table.stars(missing));
            }
        }
        return table.matrix(places, points, wanted);
    }

    private boolean load(Points points, WayTable table) {
        try {
            store.load(key(), points.distinct()).forEach(table::add);
            return true;
        } catch (WayStore.UnavailableException e) {
            LOG.warn("known ways cannot be looked up, all are computed: {}", e.getMessage());
            return false;
        }
    }

    private void keep(Points points, List<WayStar> stars) {
        try {
            store.keep(key(), points.distinct(), stars);
        } catch (WayStore.UnavailableException e) {
            LOG.warn("computed ways cannot be kept: {}", e.getMessage());
        }
    }

    @Override
    public RoadNetwork closed(Collection<Closure.Extent> extents) {
        return new KnownRoads(roads.closed(extents), store);
    }
}
