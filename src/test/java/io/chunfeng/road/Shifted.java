package io.chunfeng.road;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;

/** Coordinates whose system got lost on the way: the figures of one system under the name of WGS-84. */
final class Shifted {
    private static final int ITERATIONS = 40;

    private Shifted() {}

    /** @return what a map in that system shows for a point of WGS-84, stated as WGS-84 */
    static Position figures(double lon, double lat, Crs crs) {
        double shownLon = lon;
        double shownLat = lat;
        for (int i = 0; i < ITERATIONS; i++) {
            Position back = Wgs84.of(new Position(shownLon, shownLat, crs));
            shownLon += lon - back.lon();
            shownLat += lat - back.lat();
        }
        return Position.wgs84(shownLon, shownLat);
    }
}
