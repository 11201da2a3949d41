package io.chunfeng.solver;

import io.chunfeng.place.Place;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.solver.WeekendGeography.Point;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Ways between made-up places. Longer than the straight line by 15 % on expressways over long distances and by 60 % in
 * rugged country nearby; 45 to 90 km/h; a few per cent up or down for each pair, and a little more for one direction of it.
 */
final class WeekendRoads {
    private static final double TO_THE_NEXT_ROAD_KM = 0.8;
    private static final double TO_THE_EXPRESSWAY_KM = 14;

    private WeekendRoads() {}

    static RoadMatrix matrix(WeekendPlaces places, long seed) {
        List<Point> points = places.points();
        int size = points.size();
        SplittableRandom random = new SplittableRandom(seed * 31 + 4);
        double[] ruggedness = random.doubles(size).toArray();
        int[][] metres = new int[size][size];
        int[][] seconds = new int[size][size];
        double[][] expressway = new double[size][size];
        IntStream.range(0, size).parallel().forEach(from -> {
            for (int to = 0; to < size; to++) {
                if (to != from) {
                    double straightKm = points.get(from).km(points.get(to));
                    double rugged = (ruggedness[from] + ruggedness[to]) / 2;
                    double pair = noise(seed, Math.min(from, to), Math.max(from, to));
                    double direction = noise(seed + 1, from, to);
                    double detour = 1.15
                            + (0.15 + 0.3 * rugged) * Math.exp(-straightKm / 120)
                            + 0.06 * rugged
                            + 0.04 * pair
                            + 0.006 * direction;
                    double km = TO_THE_NEXT_ROAD_KM + straightKm * detour;
                    double kmh = (90 - 45 * Math.exp(-km / 70)) * (1 - 0.05 * rugged - 0.02 * pair);
                    metres[from][to] = (int) Math.round(km * 1000);
                    seconds[from][to] = (int) Math.round(km / kmh * 3600);
                    expressway[from][to] = share(km, rugged);
                }
            }
        });
        return new RoadMatrix(places.all().stream().map(Place::id).toList(), metres, seconds, expressway);
    }

    /** Of expressway: what is left of the way between the ways to and from it. */
    private static double share(double km, double rugged) {
        double share = 0.98 - TO_THE_EXPRESSWAY_KM * (0.6 + rugged) / km;
        return Math.max(0, Math.round(share * 100)) / 100.0;
    }

    /** From -1 to 1, the same for the same arguments. */
    private static double noise(long seed, int from, int to) {
        return new SplittableRandom(seed * 1_000_003 + from * 65_537L + to).nextDouble() * 2 - 1;
    }
}
