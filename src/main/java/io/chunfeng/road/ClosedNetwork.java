package io.chunfeng.road;

import com.graphhopper.util.DistanceCalcEarth;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The roads of a map with some of them closed. A place in a closed area is cut off; any other whose road is closed is attached to the nearest open
 * one. Ways are found without preparation; the first matrix pays for a hierarchy without the closed edges.
 */
final class ClosedNetwork implements ForwardingRoads {
    private final GraphHopperNetwork open;
    private final List<Closure.Extent> extents;
    private final List<Closure.Area> areas;
    private final ClosedWeighting weighting;
    private final Attachments attachments;
    private final WayFinder finder;
    private final Routes routes;
    private final String key;
    private Matrices matrices;

    ClosedNetwork(GraphHopperNetwork open, Attachments all, Collection<Closure.Extent> extents, BitSet edges) {
        this.open = open;
        this.extents = List.copyOf(extents);
        this.areas = extents.stream()
                .filter(Closure.Area.class::isInstance)
                .map(Closure.Area.class::cast)
                .toList();
        this.weighting = new ClosedWeighting(open.engine().hierarchy().getWeighting(), edges);
        this.attachments = all.without(edges);
        this.finder = WayFinder.over(weighting);
        this.routes = new Routes(open.engine(), attachments, finder);
        this.key = key(open.key(), edges, areas);
    }

    /** The areas count as well as their edges: a place in them is cut off. */
    private static String key(String open, BitSet edges, List<Closure.Area> areas) {
        Sha256 key = new Sha256().text(open).text(edges.toString());
        areas.stream().map(Closure.Area::toString).sorted().forEach(key::text);
        return key.hex();
    }

    @Override
    public RoadNetwork roads() {
        return open;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public void ways(List<Place> places, Pairs wanted, Ways ways) {
        int[] connected = connected(places);
        Pairs left = Pairs.none(connected.length);
        for (int from = 0; from < connected.length; from++) {
            for (int to = 0; to < connected.length; to++) {
                if (wanted.wanted(connected[from], connected[to])) {
                    left.want(from, to);
                }
            }
        }
        List<Place> those = Arrays.stream(connected).mapToObj(places::get).toList();
        matrices()
                .find(
                        those,
                        left,
                        (from, to, metres, seconds, expressway) ->
                                ways.way(connected[from], connected[to], metres, seconds, expressway));
        BitSet cutOff = new BitSet();
        cutOff.set(0, places.size());
        Arrays.stream(connected).forEach(cutOff::clear);
        cutOff.stream().filter(at -> wanted.wanted(at, at)).forEach(at -> ways.way(at, at, 0, 0, 0));
    }

    /** Numbers of the places that are not cut off. */
    private int[] connected(List<Place> places) {
        List<OffMap> off = attachments.offMap(places);
        if (!off.isEmpty()) {
            open.requireOnMap(off.stream().map(OffMap::place).toList());
        }
        Set<Place> noOpenRoad = off.stream().map(OffMap::place).collect(Collectors.toSet());
        return IntStream.range(0, places.size())
                .filter(at -> !noOpenRoad.contains(places.get(at)) && !isInside(places.get(at)))
                .toArray();
    }

    private boolean isInside(Place place) {
        Position here = Wgs84.of(place.position());
        return areas.stream().anyMatch(area -> {
            Position centre = Wgs84.of(area.centre());
            return DistanceCalcEarth.DIST_EARTH.calcDist(here.lat(), here.lon(), centre.lat(), centre.lon())
                    <= area.radiusMetres();
        });
    }

    private synchronized Matrices matrices() {
        if (matrices == null) {
            matrices = new Matrices(open.engine(), ClosedHierarchy.of(open.engine(), weighting), attachments, finder);
        }
        return matrices;
    }

    @Override
    public RoadPath path(Place from, Place to) {
        return connected(List.of(from, to)).length < 2 ? null : routes.path(from, to);
    }

    @Override
    public RoadNetwork closed(Collection<Closure.Extent> more) {
        List<Closure.Extent> all = new ArrayList<>(extents);
        all.addAll(more);
        return open.closed(all);
    }

    /** The roads stay open for others. */
    @Override
    public void close() {
        // holds nothing that must be given back
    }
}
