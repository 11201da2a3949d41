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
public final class KnownRoads implements RoadNetwork {
    private static final Logger LOG = LoggerFactory.getLogger(KnownRoads.class);

    private final RoadNetwork roads;
    private final WayStore store;

    public KnownRoads(RoadNetwork roads, WayStore store) {
        this.roads = roads;
        this.store = store;
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
    public String mapSha256() {
        return roads.mapSha256();
    }

    @Override
    public String key() {
        return roads.key();
    }

    @Override
    public String description() {
        return roads.description();
    }

    @Override
    public LeastWays least(List<Place> places) {
        return roads.least(places);
    }

    /** One by one they are not worth keeping. */
    @Override
    public void ways(List<Place> places, Pairs wanted, Ways ways) {
        roads.ways(places, wanted, ways);
    }

    @Override
    public boolean preparing() {
        return roads.preparing();
    }

    @Override
    public List<Doubt> doubts(Collection<Place> places) {
        return roads.doubts(places);
    }

    @Override
    public RoadPath path(Place from, Place to) {
        return roads.path(from, to);
    }

    @Override
    public List<OffMap> offMap(Collection<Place> places) {
        return roads.offMap(places);
    }

    @Override
    public RoadNetwork closed(Collection<Closure.Extent> extents) {
        return new KnownRoads(roads.closed(extents), store);
    }

    @Override
    public ClosedRoads closedRoads(Closure.Extent extent) {
        return roads.closedRoads(extent);
    }

    @Override
    public void close() {
        roads.close();
    }
}
