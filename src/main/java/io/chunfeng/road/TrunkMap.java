package io.chunfeng.road;

import java.util.List;

/**
 * The content of the two tables.
 *
 * @param links by index into {@code places}
 */
record TrunkMap(List<Point> places, List<Link> links) {

    /**
     * Degrees, WGS-84.
     *
     * @param adminCode GB/T 2260, or empty
     * @param kind city, county or junction
     */
    record Point(String id, String name, String adminCode, double lon, double lat, String kind) {
        boolean isJunction() {
            return kind.equals("junction");
        }
    }

    /**
     * A road between two places, the same both ways.
     *
     * @param metres by road
     * @param ref number of the expressway; empty where the link is none
     * @param name of the road, or empty
     */
    record Link(int from, int to, double metres, double seconds, String ref, String name) {
        /** The whole link is one. */
        boolean expressway() {
            return !ref.isEmpty();
        }
    }
}
