package io.chunfeng.solver;

/**
 * The cheapest order of few stops by kilometres and passenger time, all boarding before all alighting, every subset
 * once. After Held, Karp 1962.
 */
final class ExactOrder {
    /** Up to so many places on each side. */
    static final int MOST = 5;

    private static final int SETS = 1 << MOST;

    private final Instance in;
    private final double fenPerPassengerSecond;
    private final double[][] cost = new double[SETS][MOST];
    private final int[][] link = new int[SETS][MOST];
    private final double[][] costBack = new double[SETS][MOST];
    private final int[][] linkBack = new int[SETS][MOST];
    private final int[] persons = new int[SETS];
    private final int[] found = new int[MOST];

    ExactOrder(Instance in) {
        this.in = in;
        this.fenPerPassengerSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
    }

    /**
     * Puts both sides into the cheapest order.
     *
     * @param boarding persons by boarding place, {@code alighting} by alighting place
     * @return false when some drive is missing in every order
     */
    boolean arrange(
            PoolFact pool,
            int[] boards,
            int[] boarding,
            int boardCount,
            int[] alights,
            int[] alighting,
            int alightCount) {
        double loaded = pool.pool.fenPerLoadedKm() / 1000.0;
        double empty = pool.pool.fenPerEmptyKm() / 1000.0;
        collect(pool.depot, boards, boarding, boardCount, loaded, empty);
        int total = persons[(1 << boardCount) - 1];
        deliver(pool.depot, alights, alighting, alightCount, loaded, empty);
        double best = Double.POSITIVE_INFINITY;
        int last = -1;
        int first = -1;
        int all = (1 << boardCount) - 1;
        int allBack = (1 << alightCount) - 1;
        for (int b = 0; b < boardCount; b++) {
            for (int a = 0; a < alightCount; a++) {
                double fen = cost[all][b] + drive(boards[b], alights[a], total, loaded) + costBack[allBack][a];
                if (fen < best) {
                    best = fen;
                    last = b;
                    first = a;
                }
            }
        }
        if (last >= 0) {
            follow(boards, boardCount, last);
            followBack(alights, alightCount, first);
        }
        return last >= 0;
    }

    private double drive(int from, int to, int onBoard, double fenPerMetre) {
        return in.reachable(from, to)
                ? in.metres[from][to] * fenPerMetre + in.seconds[from][to] * onBoard * fenPerPassengerSecond
                : Double.POSITIVE_INFINITY;
    }

    private void sum(int[] side, int count) {
        for (int set = 1; set < 1 << count; set++) {
            int lowest = Integer.numberOfTrailingZeros(set);
            persons[set] = persons[set & set - 1] + side[lowest];
        }
    }

    private void collect(int depot, int[] places, int[] boarding, int count, double loaded, double empty) {
        sum(boarding, count);
        double stopFen = in.rules.stopSeconds() * fenPerPassengerSecond;
        for (int set = 1; set < 1 << count; set++) {
            for (int j = 0; j < count; j++) {
                if ((set & 1 << j) == 0) {
                    continue;
                }
                int before = set & ~(1 << j);
                double best = Double.POSITIVE_INFINITY;
                if (before == 0) {
                    best = drive(depot, places[j], 0, empty);
                } else {
                    for (int i = 0; i < count; i++) {
                        if ((before & 1 << i) != 0) {
                            double fen = cost[before][i] + drive(places[i], places[j], persons[before], loaded);
                            if (fen < best) {
                                best = fen;
                                link[set][j] = i;
                            }
                        }
                    }
                    best += persons[before] * stopFen;
                }
                cost[set][j] = best;
            }
        }
    }

    /** {@code costBack[set][first]}: arriving at the first of these places with their people, until back at the depot. */
    private void deliver(int depot, int[] places, int[] alighting, int count, double loaded, double empty) {
        sum(alighting, count);
        double stopFen = in.rules.stopSeconds() * fenPerPassengerSecond;
        for (int set = 1; set < 1 << count; set++) {
            for (int j = 0; j < count; j++) {
                if ((set & 1 << j) == 0) {
                    continue;
                }
                int after = set & ~(1 << j);
                double best = Double.POSITIVE_INFINITY;
                if (after == 0) {
                    best = drive(places[j], depot, 0, empty);
                } else {
                    for (int i = 0; i < count; i++) {
                        if ((after & 1 << i) != 0) {
                            double fen = drive(places[j], places[i], persons[after], loaded) + costBack[after][i];
                            if (fen < best) {
                                best = fen;
                                linkBack[set][j] = i;
                            }
                        }
                    }
                    best += persons[after] * stopFen;
                }
                costBack[set][j] = best;
            }
        }
    }

    private void follow(int[] places, int count, int last) {
        int set = (1 << count) - 1;
        int at = last;
        for (int k = count - 1; k >= 0; k--) {
            found[k] = places[at];
            int before = link[set][at];
            set &= ~(1 << at);
            at = before;
        }
        System.arraycopy(found, 0, places, 0, count);
    }

    private void followBack(int[] places, int count, int first) {
        int set = (1 << count) - 1;
        int at = first;
        for (int k = 0; k < count; k++) {
            found[k] = places[at];
            int after = linkBack[set][at];
            set &= ~(1 << at);
            at = after;
        }
        System.arraycopy(found, 0, places, 0, count);
    }
}
