package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;

/** The roads: port to whatever map is loaded. Thread-safe. */
public interface RoadNetwork extends AutoCloseable {

    /** SHA-256 of the map's content, lower-case hex. */
    String mapSha256();

    /** Names everything that decides the figures: map, profile, closures. Equal keys: equal figures. */
    String key();

    /** What is loaded, for people: file name and size, or the default trunk network. */
    String description();

    /**
     * The wanted ways; all others are {@link RoadMatrix#UNREACHABLE}.
     *
     * @param wanted of as many places
     * @throws PlacesOffMapException naming every place that is further from any road than the limit
     */
    RoadMatrix matrix(List<Place> places, Pairs wanted);

    /**
     * Every way between every two of the places.
     *
     * @throws PlacesOffMapException naming every place that is further from any road than the limit
     */
    default RoadMatrix matrix(List<Place> places) {
        return matrix(places, Pairs.all(places.size()));
    }

    /** Lower bounds of all the ways between the places: cheap, and true with any roads closed. */
    LeastWays least(List<Place> places);

    /** The way from one place to another, or null where there is none. */
    RoadPath path(Place from, Place to);

    /** The places that are further from any road than the limit; empty when all are on the map. */
    List<OffMap> offMap(Collection<Place> places);

    /**
     * The same roads with these closed. Cheap to make: what a closure costs is paid by the first matrix. Closing the view closes nothing.
     *
     * @throws NothingClosedException when an extent holds no road of the map
     */
    RoadNetwork closed(Collection<Closure.Extent> extents);

    /**
     * What an extent closes, for the map.
     *
     * @throws NothingClosedException when it holds no road of the map
     */
    ClosedRoads closedRoads(Closure.Extent extent);

    @Override
    void close();

    /** @param nearestRoadMetres straight distance to the nearest road looked at, or -1 when none was found at all */
    record OffMap(Place place, int nearestRoadMetres) {}

    /**
     * @param metres of road closed, both directions of a road counted once
     * @param lines longitude before latitude, WGS-84
     */
    record ClosedRoads(int metres, List<List<double[]>> lines) {}
}
