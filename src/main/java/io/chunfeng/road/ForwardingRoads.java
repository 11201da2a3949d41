package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;

/** Roads that answer as others do, but for what they override. A matrix is always made of their own {@link #ways}. */
public interface ForwardingRoads extends RoadNetwork {

    /** Asked anew for each answer. */
    RoadNetwork roads();

    @Override
    default boolean preparing() {
        return roads().preparing();
    }

    @Override
    default String mapSha256() {
        return roads().mapSha256();
    }

    @Override
    default String key() {
        return roads().key();
    }

    @Override
    default String description() {
        return roads().description();
    }

    @Override
    default void ways(List<Place> places, Pairs wanted, Ways ways) {
        roads().ways(places, wanted, ways);
    }

    @Override
    default LeastWays least(List<Place> places) {
        return roads().least(places);
    }

    @Override
    default RoadPath path(Place from, Place to) {
        return roads().path(from, to);
    }

    @Override
    default List<OffMap> offMap(Collection<Place> places) {
        return roads().offMap(places);
    }

    @Override
    default List<Doubt> doubts(Collection<Place> places) {
        return roads().doubts(places);
    }

    @Override
    default RoadNetwork closed(Collection<Closure.Extent> extents) {
        return roads().closed(extents);
    }

    @Override
    default ClosedRoads closedRoads(Closure.Extent extent) {
        return roads().closedRoads(extent);
    }

    @Override
    default void close() {
        roads().close();
    }
}
