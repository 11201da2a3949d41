package io.chunfeng.storage;

import io.chunfeng.place.Place;
import io.chunfeng.road.ForwardingRoads;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Real roads that remember what they were asked to compute. */
class CountedRoads implements ForwardingRoads {
    private final RoadNetwork roads;
    /** Every way computed, as {@code from>to}, by request. */
    final List<Set<String>> computed = new ArrayList<>();

    CountedRoads(RoadNetwork roads) {
        this.roads = roads;
    }

    @Override
    public RoadNetwork roads() {
        return roads;
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
}
