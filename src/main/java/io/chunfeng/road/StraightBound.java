package io.chunfeng.road;

import com.graphhopper.util.DistanceCalcEarth;
import io.chunfeng.place.Position;
import java.util.Comparator;
import java.util.List;

/**
 * A lower bound of what ways cost, in metres or seconds: the straight line at the least that a metre of it costs, except for a few passages that
 * cost less and are looked at one by one. Stated kilometres and minutes do not always fit the coordinates of their places; without passages the
 * worst of them would spoil the bound for all.
 *
 * @param perMetre least cost of a straight metre outside the passages
 */
record StraightBound(double perMetre, List<Link> passages) {
    private static final int MOST_PASSAGES = 8;
    /** What coordinates and speeds lose in the prepared graph is less. */
    private static final double ROUNDING = 1e-5;

    /** A road between two points, both ways alike. */
    record Link(Position one, Position other, double cost) {
        double perMetre() {
            return cost / metres(one, other);
        }
    }

    /** @param access what a metre of the straight way to the network costs */
    static StraightBound of(List<Link> links, double access) {
        List<Link> cheapest = links.stream()
                .sorted(Comparator.comparingDouble(Link::perMetre))
                .limit(MOST_PASSAGES + 1L)
                .toList();
        boolean more = cheapest.size() > MOST_PASSAGES;
        double least = more ? Math.min(access, cheapest.get(MOST_PASSAGES).perMetre()) : access;
        List<Link> passages = cheapest.stream()
                .filter(link -> link.perMetre() < least)
                .map(link -> new Link(link.one, link.other, link.cost * (1 - ROUNDING)))
                .toList();
        return new StraightBound(least * (1 - ROUNDING), passages);
    }

    /** Row = from, column = to. */
    double[][] between(List<Position> points) {
        Position[] ends = passages.stream()
                .flatMap(passage -> List.of(passage.one, passage.other).stream())
                .toArray(Position[]::new);
        double[][] through = through(ends);
        double[][] straight = new double[points.size()][ends.length];
        double[][] best = new double[points.size()][ends.length];
        for (int i = 0; i < best.length; i++) {
            for (int end = 0; end < ends.length; end++) {
                straight[i][end] = perMetre * metres(points.get(i), ends[end]);
            }
            for (int end = 0; end < ends.length; end++) {
                best[i][end] = join(straight[i], through[end]);
            }
        }
        double[][] bounds = new double[points.size()][points.size()];
        for (int i = 0; i < bounds.length; i++) {
            for (int j = 0; j < i; j++) {
                double direct = perMetre * metres(points.get(i), points.get(j));
                bounds[i][j] = Math.min(direct, join(best[i], straight[j]));
                bounds[j][i] = bounds[i][j];
            }
        }
        return bounds;
    }

    /** Between the ends of the passages, through as many of them as it takes (Floyd and Warshall). */
    private double[][] through(Position[] ends) {
        double[][] cost = new double[ends.length][ends.length];
        for (int i = 0; i < ends.length; i++) {
            for (int j = 0; j < ends.length; j++) {
                boolean passage = i != j && i / 2 == j / 2;
                cost[i][j] = passage ? passages.get(i / 2).cost : perMetre * metres(ends[i], ends[j]);
            }
        }
        for (int by = 0; by < ends.length; by++) {
            for (double[] row : cost) {
                for (int j = 0; j < ends.length; j++) {
                    row[j] = Math.min(row[j], row[by] + cost[by][j]);
                }
            }
        }
        return cost;
    }

    private static double join(double[] there, double[] onwards) {
        double least = Double.POSITIVE_INFINITY;
        for (int end = 0; end < there.length; end++) {
            least = Math.min(least, there[end] + onwards[end]);
        }
        return least;
    }

    private static double metres(Position one, Position other) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(one.lat(), one.lon(), other.lat(), other.lon());
    }
}
