package io.chunfeng.solver;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;

/**
 * How far apart the journeys of two groups are: seconds of driving between their places, and some more for other days. Groups that cannot share a coach are compared too, because they may want the same coaches: where
 * the matrix has no drive between their places, the straight line stands for it.
 */
final class Relatedness {
    private static final double SECONDS_PER_DAY_APART = 1800;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double STRAIGHT_METRES_PER_SECOND = 18;

    private final Instance in;
    private final Position[] points;

    Relatedness(Instance in) {
        this.in = in;
        this.points = new Position[in.placeIds.length];
        for (Place place : in.problem.places()) {
            points[in.place(place.id())] = Wgs84.of(place.position());
        }
    }

    /** To be added to the seconds of driving between their places. */
    double daysApart(GroupFact a, GroupFact b) {
        return SECONDS_PER_DAY_APART * (Math.abs(a.earliest - b.earliest) / 86_400.0);
    }

    /** Of driving, or of going straight where there is no road. */
    double seconds(int from, int to) {
        if (from == to) {
            return 0;
        }
        return in.reachable(from, to) ? in.seconds[from][to] : straightSeconds(points[from], points[to]);
    }

    private static double straightSeconds(Position from, Position to) {
        double north = to.lat() - from.lat();
        double east = (to.lon() - from.lon()) * Math.cos(Math.toRadians((from.lat() + to.lat()) / 2));
        return Math.hypot(north, east) * METRES_PER_DEGREE / STRAIGHT_METRES_PER_SECOND;
    }
}
