package io.chunfeng.road;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.function.ToDoubleFunction;

/**
 * How well one place fits the streets around it in each coordinate system. Doors lie nearer to a road than points drawn at random, and the nearer,
 * the wider the streets are spaced. The evidence is minus the logarithm of the share of random points that lie as near: 1 on average where the
 * system is wrong, more where it is right.
 *
 * @param metres to the nearest road, by the ordinal of the system
 * @param evidence likewise
 */
record StreetEvidence(Place place, double[] metres, double[] evidence) {
    private static final double[] RINGS_METRES = {250, 500};
    private static final int POINTS_OF_A_RING = 8;
    /** Where random points lie further from a road than this on average, the map has no streets. */
    private static final double AMONG_STREETS_METRES = 200;

    private static final double FURTHEST_METRES = 1_000;
    /** Nearer than a map is accurate means nothing. */
    private static final double ACCURACY_METRES = 3;
    /** So that no single place decides. */
    private static final double MOST = 3;

    private static final double METRES_PER_DEGREE = 111_195;

    /**
     * Null where the place does not lie among streets.
     *
     * @param toRoad straight metres to the nearest road of a point in WGS-84
     */
    static StreetEvidence of(Place place, ToDoubleFunction<Position> toRoad) {
        Position given = Wgs84.of(place.position());
        if (toRoad.applyAsDouble(given) > FURTHEST_METRES) {
            return null;
        }
        double spacing = randomMetres(given, toRoad);
        if (spacing > AMONG_STREETS_METRES) {
            return null;
        }
        double[] metres = new double[Crs.values().length];
        double[] evidence = new double[metres.length];
        for (Crs crs : Crs.values()) {
            Position read =
                    new Position(place.position().lon(), place.position().lat(), crs);
            double distance = toRoad.applyAsDouble(Wgs84.of(read));
            metres[crs.ordinal()] = distance;
            evidence[crs.ordinal()] = evidence(distance, spacing);
        }
        return new StreetEvidence(place, metres, evidence);
    }

    /** Distances of random points to lines strewn over a plane are distributed exponentially. */
    private static double evidence(double metres, double spacing) {
        double asNear = 1 - Math.exp(-Math.max(metres, ACCURACY_METRES) / spacing);
        return Math.min(MOST, -Math.log(asNear));
    }

    /** The mean over points around the place, on rings the size of the shifts between the systems. */
    private static double randomMetres(Position centre, ToDoubleFunction<Position> toRoad) {
        double sum = 0;
        for (double radius : RINGS_METRES) {
            for (int i = 0; i < POINTS_OF_A_RING; i++) {
                double angle = 2 * Math.PI * i / POINTS_OF_A_RING;
                double lat = centre.lat() + radius * Math.sin(angle) / METRES_PER_DEGREE;
                double lon = centre.lon()
                        + radius * Math.cos(angle) / METRES_PER_DEGREE / Math.cos(Math.toRadians(centre.lat()));
                sum += Math.min(FURTHEST_METRES, toRoad.applyAsDouble(Position.wgs84(lon, lat)));
            }
        }
        return sum / (RINGS_METRES.length * POINTS_OF_A_RING);
    }

    Crs given() {
        return place.position().crs();
    }

    double gain(Crs other) {
        return evidence[other.ordinal()] - evidence[given().ordinal()];
    }
}
