package io.chunfeng.road;

import com.graphhopper.util.DistanceCalcEarth;
import io.chunfeng.place.Position;

/**
 * How the way between a place and the network is counted, and between two places that are nearer to one another than to it: a straight line,
 * lengthened by a factor, at one speed.
 *
 * @param detourFactor metres by road for a straight metre, 1 to 5
 * @param kmPerHour 5 to 100
 * @param maxMetres how far from the network a place may lie, straight, 1,000 to 500,000
 */
public record AccessRule(double detourFactor, double kmPerHour, int maxMetres) {
    /** A convention of this project, like the speed. */
    public static final double DETOUR_FACTOR = 1.3;

    public static final double KM_PER_HOUR = 40;

    private static final double METRES_PER_KM = 1000;
    private static final double KM_PER_HOUR_IN_METRES_PER_SECOND = 3.6;

    /** @throws IllegalArgumentException in Chinese and English, naming the setting that is out of range */
    public AccessRule {
        require("chunfeng.access-detour-factor", detourFactor, 1, 5);
        require("chunfeng.access-km-per-hour", kmPerHour, 5, 100);
        require("chunfeng.max-access-km", maxMetres / METRES_PER_KM, 1, 500);
    }

    private static void require(String setting, double value, int least, int most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(setting + " 应为 " + least + " 至 " + most + " / must be from " + least
                    + " to " + most + ": " + value);
        }
    }

    /** The project's figures, and the limit of the map. */
    public static AccessRule usual(MapSource map) {
        return new AccessRule(DETOUR_FACTOR, KM_PER_HOUR, map.maxAccessMetres());
    }

    Access straight(double straightMetres) {
        double metres = straightMetres * detourFactor;
        return new Access(metres, metres * KM_PER_HOUR_IN_METRES_PER_SECOND / kmPerHour);
    }

    Access between(Position from, Position to) {
        return straight(DistanceCalcEarth.DIST_EARTH.calcDist(from.lat(), from.lon(), to.lat(), to.lon()));
    }
}
