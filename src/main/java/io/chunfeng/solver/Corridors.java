package io.chunfeng.solver;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts a solution into blocks of people who travel from one region to another: halves of equal weight, again and again,
 * across the direction in which origins or destinations lie farthest apart.
 */
final class Corridors {
    private static final double KM_PER_DEGREE = 111.195;
    /** A day apart is as far as that. */
    private static final double KM_PER_DAY = 30;

    private static final int DIMENSIONS = 5;

    private final double[] east;
    private final double[] north;

    /** A bundle and where it lies: from, to, when. */
    private record Located(Bundle bundle, double[] at) {}

    Corridors(Instance in) {
        east = new double[in.placeIds.length];
        north = new double[in.placeIds.length];
        double meanLat = in.problem.places().stream()
                .mapToDouble(place -> place.position().lat())
                .average()
                .orElse(0);
        for (Place place : in.problem.places()) {
            Position point = Wgs84.of(place.position());
            east[in.place(place.id())] = point.lon() * Math.cos(Math.toRadians(meanLat)) * KM_PER_DEGREE;
            north[in.place(place.id())] = point.lat() * KM_PER_DEGREE;
        }
    }

    /**
     * @param weight that a block should have at most, see {@link Bundle#weight}
     * @param random turns the directions of the cuts, so that borders lie elsewhere each time
     */
    List<Block> cut(Assignment solution, int weight, RandomGenerator random) {
        double turnFrom = random.nextDouble() * Math.PI;
        double turnTo = random.nextDouble() * Math.PI;
        List<Located> all = new ArrayList<>();
        Collection<Bundle> bundles = Bundle.of(solution);
        bundles.forEach(bundle -> all.add(new Located(bundle, at(bundle, turnFrom, turnTo))));
        int total = bundles.stream().mapToInt(Bundle::weight).sum();
        List<Block> blocks = new ArrayList<>();
        cut(all, Math.max(1, ServiceFact.ceilDiv(total, weight)), solution.instance(), blocks);
        return blocks;
    }

    private double[] at(Bundle bundle, double turnFrom, double turnTo) {
        double[] at = new double[DIMENSIONS];
        bundle.parts.forEach(part -> add(part.group(), turnFrom, turnTo, at));
        bundle.leftBehind.forEach(group -> add(group, turnFrom, turnTo, at));
        for (int d = 0; d < DIMENSIONS; d++) {
            at[d] /= bundle.weight();
        }
        return at;
    }

    private void add(GroupFact group, double turnFrom, double turnTo, double[] at) {
        turn(group.from, turnFrom, at, 0);
        turn(group.to, turnTo, at, 2);
        at[4] += group.earliest / 86_400.0 * KM_PER_DAY;
    }

    private void turn(int place, double angle, double[] at, int first) {
        at[first] += east[place] * Math.cos(angle) - north[place] * Math.sin(angle);
        at[first + 1] += east[place] * Math.sin(angle) + north[place] * Math.cos(angle);
    }

    private static void cut(List<Located> all, int pieces, Instance in, List<Block> blocks) {
        if (pieces == 1 || all.size() < 2) {
            blocks.add(new Block(in, all.stream().map(Located::bundle).toList()));
            return;
        }
        int across = widest(all);
        List<Located> order = new ArrayList<>(all);
        order.sort(Comparator.comparingDouble(one -> one.at[across]));
        int total = order.stream().mapToInt(one -> one.bundle.weight()).sum();
        int left = pieces / 2;
        int sum = order.get(0).bundle.weight();
        int at = 1;
        while (at < order.size() - 1 && (long) sum * pieces < (long) total * left) {
            sum += order.get(at++).bundle.weight();
        }
        cut(order.subList(0, at), left, in, blocks);
        cut(order.subList(at, order.size()), pieces - left, in, blocks);
    }

    /** The direction of the greatest variance. */
    private static int widest(List<Located> all) {
        int widest = 0;
        double most = -1;
        for (int d = 0; d < DIMENSIONS; d++) {
            int direction = d;
            double mean =
                    all.stream().mapToDouble(one -> one.at[direction]).average().orElse(0);
            double variance = all.stream()
                    .mapToDouble(one -> (one.at[direction] - mean) * (one.at[direction] - mean))
                    .sum();
            if (variance > most) {
                most = variance;
                widest = d;
            }
        }
        return widest;
    }
}
