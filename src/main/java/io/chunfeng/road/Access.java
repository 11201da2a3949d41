package io.chunfeng.road;

import com.graphhopper.util.DistanceCalcEarth;
import io.chunfeng.place.Position;

/**
 * The way between a place and the network, and between two places that are nearer to one another than to it. A convention of this project: a
 * straight line, 1.3 times as long by road, at 40 km/h.
 */
record Access(double metres) {
    private static final double ROAD_PER_STRAIGHT = 1.3;
    private static final double METRES_PER_SECOND = 40 / 3.6;

    static Access straight(double straightMetres) {
        return new Access(straightMetres * ROAD_PER_STRAIGHT);
    }

    static Access between(Position from, Position to) {
        return straight(DistanceCalcEarth.DIST_EARTH.calcDist(from.lat(), from.lon(), to.lat(), to.lon()));
    }

    double seconds() {
        return metres / METRES_PER_SECOND;
    }

    Access plus(Access other) {
        return new Access(metres + other.metres);
    }
}
