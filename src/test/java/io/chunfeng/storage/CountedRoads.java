package io.chunfeng.storage;

import io.chunfeng.place.Place;
import io.chunfeng.road.Closure;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.LeastWays;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Real roads that remember what they were asked to compute. */
class CountedRoads implements RoadNetwork {
    private final RoadNetwork roads;
    /** Every way computed, as {@code from>to}, by request. */
    final List<Set<String>> computed = new ArrayList<>();

    CountedRoads(RoadNetwork roads) {
        this.roads = roads;
    }

    @Override
    public synchronized void ways(List<Place> places, Pairs wanted, Ways found) {
        Set<String> ways = new TreeSet<>();
        for (int from = 0; from < places.size(); from++) {
            for (int to = 0; to < places.size(); to++) {
                if (wanted.wanted(from, to)) {
                    ways.add(places.get(from).id() + ">" + places.get(to).id());
                }
            }
        }
        computed.add(ways);
        roads.ways(places, wanted, found);
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
        return roads.closed(extents);
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
