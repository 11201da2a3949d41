package io.chunfeng.road;

import java.util.List;

/**
 * One way by road.
 *
 * @param points longitude before latitude, WGS-84, at least two
 */
public record RoadPath(int metres, int seconds, List<double[]> points) {
    public RoadPath {
        points = List.copyOf(points);
    }
}
