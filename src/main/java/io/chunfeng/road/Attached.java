package io.chunfeng.road;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;

/**
 * A place and the point of the network nearest to it.
 *
 * @param position WGS-84
 * @param straightMetres to that point, or infinite where there is none near enough to be looked at
 */
record Attached(Position position, Snap snap, double straightMetres) {

    static Attached of(Place place, LocationIndex index, EdgeFilter filter) {
        Position position = Wgs84.of(place.position());
        Snap snap = index.findClosest(position.lat(), position.lon(), filter);
        return new Attached(position, snap, snap.isValid() ? snap.getQueryDistance() : Double.POSITIVE_INFINITY);
    }

    boolean within(int metres) {
        return straightMetres <= metres;
    }

    /** For {@link RoadNetwork.OffMap}. */
    int roadMetres() {
        return Double.isInfinite(straightMetres) ? -1 : (int) Math.round(straightMetres);
    }

    /** Valid once the query graph of all places is made. */
    int node() {
        return snap.getClosestNode();
    }

    Access access() {
        return Access.straight(straightMetres);
    }
}
