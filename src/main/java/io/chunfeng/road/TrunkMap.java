package io.chunfeng.road;

import java.util.List;

/**
 * The content of the two tables.
 *
 * @param links by index into {@code places}
 */
record TrunkMap(List<Point> places, List<Link> links) {

    /** Degrees, WGS-84; code and kind as in the table. */
    record Point(String id, String name, String adminCode, double lon, double lat, String kind) {}

    /**
     * A road between two places, the same both ways.
     *
     * @param metres by road
     * @param expressway the whole link is one
     */
    record Link(int from, int to, double metres, double seconds, boolean expressway) {}
}
