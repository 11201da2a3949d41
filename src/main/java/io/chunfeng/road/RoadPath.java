package io.chunfeng.road;

import java.util.List;

/**
 * One way by road.
 *
 * @param expressway share of the metres that are expressway, 0 to 1, as in {@link RoadMatrix}
 * @param points longitude before latitude, WGS-84, at least two
 * @param passed towns and numbered roads in the order of travel; empty where the map names nothing
 */
public record RoadPath(int metres, int seconds, double expressway, List<double[]> points, List<Passed> passed) {
    public RoadPath {
        points = List.copyOf(points);
        passed = List.copyOf(passed);
    }

    /** The towns to name where there is room for so many, in the order of travel. */
    public List<Passed.Town> mainPlaces(int atMost) {
        return Itinerary.of(List.of(this)).mainPlaces(atMost);
    }
}
