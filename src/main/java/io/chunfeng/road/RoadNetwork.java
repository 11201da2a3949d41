package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;

/** The roads: port to whatever map is loaded. Thread-safe. */
public interface RoadNetwork extends AutoCloseable {

    /** SHA-256 of the map's content, lower-case hex. */
    String mapSha256();

    /** What is loaded, for people: file name and size, or the default trunk network. */
    String description();

    /**
     * Every way between every two of the places.
     *
     * @throws PlacesOffMapException naming every place that is further from any road than the limit
     */
    RoadMatrix matrix(List<Place> places);

    /** The way from one place to another, or null where there is none. */
    RoadPath path(Place from, Place to);

    /** The places that are further from any road than the limit; empty when all are on the map. */
    List<OffMap> offMap(Collection<Place> places);

    @Override
    void close();

    /** @param nearestRoadMetres straight distance to the nearest road looked at, or -1 when none was found at all */
    record OffMap(Place place, int nearestRoadMetres) {}
}
