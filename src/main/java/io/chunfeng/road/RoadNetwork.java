package io.chunfeng.road;

import io.chunfeng.place.Compass;
import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;

/** The roads: port to whatever map is loaded. Thread-safe. */
public interface RoadNetwork extends AutoCloseable {

    /**
     * Whether the map is still being prepared. Until then {@link #description} is all that is known, everything else throws
     * {@link MapNotReadyException}; afterwards everything answers, or throws {@link MapFormatException} where the map could not be read.
     */
    default boolean preparing() {
        return false;
    }

    /** SHA-256 of the map's content, lower-case hex. */
    String mapSha256();

    /** Names everything that decides the figures: map, profile, access, closures. Equal keys: equal figures. */
    String key();

    /** What is loaded, for people: file name and size, or the default trunk network. */
    String description();

    /**
     * Every wanted way that there is.
     *
     * @param wanted of as many places
     * @param ways called by several threads at once, once for each way found
     * @throws PlacesOffMapException naming every place that is further from any road than the limit
     */
    void ways(List<Place> places, Pairs wanted, Ways ways);

    /**
     * The wanted ways; all others are {@link RoadMatrix#UNREACHABLE}.
     *
     * @param wanted of as many places
     * @throws PlacesOffMapException naming every place that is further from any road than the limit
     */
    default RoadMatrix matrix(List<Place> places, Pairs wanted) {
        RoadMatrix matrix = RoadMatrix.empty(places.stream().map(Place::id).toList());
        ways(places, wanted, (from, to, metres, seconds, expressway) -> {
            matrix.metres()[from][to] = metres;
            matrix.seconds()[from][to] = seconds;
            matrix.expressway()[from][to] = expressway;
        });
        return matrix;
    }

    /**
     * Every way between every two of the places.
     *
     * @throws PlacesOffMapException naming every place that is further from any road than the limit
     */
    default RoadMatrix matrix(List<Place> places) {
        return matrix(places, Pairs.all(places.size()));
    }

    /** The way from one place to another, or null where there is none. */
    RoadPath path(Place from, Place to);

    /** The places that are further from any road than the limit; empty when all are on the map. */
    List<OffMap> offMap(Collection<Place> places);

    /**
     * What looks wrong with the coordinates of these places; never an obstacle. Shifts between coordinate systems are seen only where the map has
     * streets.
     */
    List<Doubt> doubts(Collection<Place> places);

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

    /** Takes ways by the numbers of their places. */
    @FunctionalInterface
    interface Ways {
        /** @param expressway share of the metres, 0 to 1 */
        void way(int from, int to, int metres, int seconds, double expressway);
    }

    /**
     * @param nearestRoadMetres straight distance to the nearest road, however far it is
     * @param towards where that road lies, seen from the place
     */
    record OffMap(Place place, int nearestRoadMetres, Compass towards) {}

    /**
     * @param metres of road closed, both directions of a road counted once
     * @param lines longitude before latitude, WGS-84
     */
    record ClosedRoads(int metres, List<List<double[]>> lines) {}
}
