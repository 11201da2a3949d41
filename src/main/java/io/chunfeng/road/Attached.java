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
 * @param straightMetres to that point
 */
record Attached(Position position, Snap snap, double straightMetres, AccessRule rule) {

    static Attached of(Place place, LocationIndex index, EdgeFilter filter, AccessRule rule) {
        Position position = Wgs84.of(place.position());
        Snap snap = index.findClosest(position.lat(), position.lon(), filter);
        return new Attached(position, snap, snap.getQueryDistance(), rule);
    }

    /** In whole metres, as the distance is told. */
    boolean within(int metres) {
        return Math.round(straightMetres) <= metres;
    }

    /** Valid once the query graph of all places is made. */
    int node() {
        return snap.getClosestNode();
    }

    Access access() {
        return rule.straight(straightMetres);
    }
}
