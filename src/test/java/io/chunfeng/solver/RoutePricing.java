package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The cheapest routes of a kind of coach for given prices of the groups, by dynamic programming over persons on board and
 * the last group. A route may visit a group again, but not straight after one other group (two-cycle elimination), so that
 * it is never dearer than the cheapest trip.
 */
final class RoutePricing {
    private static final double LEAST_SAVING_FEN = 1e-4;

    /** @param fen without prices; never more than the trip costs */
    record Route(PoolFact pool, int[] groups, double fen) {}

    private static final int NOBODY = -1;

    private final Instance in;
    private final int n;
    private final int[] persons;

    // of the kind of coach at hand: by persons on board and last group
    private double[] best;
    private double[] second;
    private int[] before;
    private int[] beforeSecond;

    RoutePricing(Instance in) {
        this.in = in;
        n = in.groups.size();
        persons = in.groups.stream().mapToInt(group -> group.headcount).toArray();
    }

    /**
     * The least cost less prices of any route, infinite where there is none.
     *
     * @param groupFen price of each group
     * @param coachFen price of a coach, 0 or less
     * @param found routes that save something are added, the best one for each last group
     */
    double best(PoolFact pool, double[] groupFen, double coachFen, List<Route> found) {
        int seats = pool.seats(1);
        if (seats <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] start = new double[n];
        double[] end = new double[n];
        double[][] way = new double[n][n];
        double emptyFen = pool.pool.fenPerEmptyKm() / 1000.0;
        double loadedFen = pool.pool.fenPerLoadedKm() / 1000.0;
        double rounding = 0.5;
        double onceFen = pool.pool.dispatchFen() + pool.pool.fenPerDriverDay() - rounding;
        for (int i = 0; i < n; i++) {
            int place = in.groups.get(i).from;
            start[i] = onceFen + fen(pool.depot, place, emptyFen);
            end[i] = fen(place, pool.depot, loadedFen);
            for (int j = 0; j < n; j++) {
                way[i][j] = fen(in.groups.get(j).from, place, loadedFen);
            }
        }
        fill(seats, start, way, groupFen);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            int load = 0;
            double ofGroup = Double.POSITIVE_INFINITY;
            for (int q = 1; q <= seats; q++) {
                if (best[q * n + i] + end[i] < ofGroup) {
                    ofGroup = best[q * n + i] + end[i];
                    load = q;
                }
            }
            least = Math.min(least, ofGroup - coachFen);
            if (ofGroup - coachFen < -LEAST_SAVING_FEN) {
                found.add(route(pool, load, i, start, way, end));
            }
        }
        return least;
    }

    private double fen(int from, int to, double fenPerMetre) {
        return from == to ? 0 : in.reachable(from, to) ? in.metres[from][to] * fenPerMetre : Double.POSITIVE_INFINITY;
    }

    private void fill(int seats, double[] start, double[][] way, double[] groupFen) {
        int size = (seats + 1) * n;
        best = new double[size];
        second = new double[size];
        before = new int[size];
        beforeSecond = new int[size];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
        Arrays.fill(before, NOBODY);
        Arrays.fill(beforeSecond, NOBODY);
        for (int q = 1; q <= seats; q++) {
            for (int i = 0; i < n; i++) {
                if (persons[i] == q) {
                    best[q * n + i] = start[i] - groupFen[i];
                } else if (persons[i] < q) {
                    extend(q * n + i, i, (q - persons[i]) * n, way[i], groupFen[i]);
                }
            }
        }
    }

    private void extend(int at, int group, int from, double[] ways, double groupFen) {
        double least = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        int last = NOBODY;
        int nextLast = NOBODY;
        for (int j = 0; j < n; j++) {
            double fen = (before[from + j] == group ? second[from + j] : best[from + j]) + ways[j];
            if (fen < next && j != group) {
                if (fen < least) {
                    next = least;
                    nextLast = last;
                    least = fen;
                    last = j;
                } else {
                    next = fen;
                    nextLast = j;
                }
            }
        }
        best[at] = least - groupFen;
        second[at] = next - groupFen;
        before[at] = last;
        beforeSecond[at] = nextLast;
    }

    private Route route(PoolFact pool, int load, int last, double[] start, double[][] way, double[] end) {
        List<Integer> groups = new ArrayList<>();
        double fen = end[last];
        int group = last;
        int q = load;
        int after = NOBODY;
        while (group != NOBODY) {
            groups.add(group);
            int at = q * n + group;
            int earlier = before[at] == after && after != NOBODY ? beforeSecond[at] : before[at];
            fen += earlier == NOBODY ? start[group] : way[group][earlier];
            q -= persons[group];
            after = group;
            group = earlier;
        }
        Collections.reverse(groups);
        return new Route(pool, groups.stream().mapToInt(g -> g).toArray(), fen);
    }
}
