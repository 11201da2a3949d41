package io.chunfeng.plan;

import io.chunfeng.road.LeastWays;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadMatrix;
import java.util.BitSet;

/**
 * Which drives two riders can share whose stops follow one another, by H12 alone. Both are aboard between the last boarding and the first
 * alighting, so whatever the other stops of the trip are, each rider's driving is at least that of the few stops looked at.
 */
final class SharedRides {
    private static final double ROUNDED = 0.5;

    private final int places;
    private final BitSet[] ends;
    private final BitSet[] starts;
    private final BitSet boards = new BitSet();
    private final BitSet alights = new BitSet();
    /** Most driving seconds of a ride; only of possible rides. */
    private final long[][] most;
    /** Least whole seconds of one drive, and of any number of drives that a trip may have. */
    private final int[][] drive;

    private final int[][] chain;

    /**
     * @param rides where people may board and alight
     * @param known with the seconds of these rides
     */
    SharedRides(Rules rules, LeastWays least, RoadMatrix known, Pairs rides) {
        places = rides.places();
        ends = rides.rows();
        starts = Pairs.none(places).rows();
        most = new long[places][places];
        for (int board = 0; board < places; board++) {
            for (int alight = ends[board].nextSetBit(0); alight >= 0; alight = ends[board].nextSetBit(alight + 1)) {
                starts[alight].set(board);
                boards.set(board);
                alights.set(alight);
                most[board][alight] = rules.maxRideSeconds(known.seconds()[board][alight]);
            }
        }
        long mostDrives = (long) rules.maxBoardingStops() + rules.maxAlightingStops() - 1;
        drive = whole(least.seconds(), 1);
        chain = whole(least.seconds(), Math.max(1, mostDrives - 1));
    }

    private static int[][] whole(double[][] least, long drives) {
        int[][] whole = new int[least.length][least.length];
        for (int from = 0; from < least.length; from++) {
            for (int to = 0; to < least.length; to++) {
                whole[from][to] = (int) Math.max(0, Math.ceil(least[from][to] - ROUNDED * drives));
            }
        }
        return whole;
    }

    /** Places where people may board a coach. */
    BitSet boards() {
        return boards;
    }

    /** Places where people may alight from a coach. */
    BitSet alights() {
        return alights;
    }

    /** One boards at b, then another at c; then either may alight first. */
    boolean boardAfter(int b, int c) {
        for (int x = ends[b].nextSetBit(0); x >= 0; x = ends[b].nextSetBit(x + 1)) {
            long left = most[b][x] - drive[b][c];
            if (chain[c][x] > left) {
                continue;
            }
            for (int y = ends[c].nextSetBit(0); y >= 0; y = ends[c].nextSetBit(y + 1)) {
                if (chain[c][y] + chain[y][x] <= left || chain[c][x] + chain[x][y] <= most[c][y]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One alights at x, then another at y; either may have boarded first. */
    boolean alightAfter(int x, int y) {
        for (int c = starts[y].nextSetBit(0); c >= 0; c = starts[y].nextSetBit(c + 1)) {
            long left = most[c][y] - drive[x][y];
            if (chain[c][x] > left) {
                continue;
            }
            for (int b = starts[x].nextSetBit(0); b >= 0; b = starts[x].nextSetBit(b + 1)) {
                if (chain[c][b] + chain[b][x] <= left || chain[b][c] + chain[c][x] <= most[b][x]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The last one boards at b, then somebody who boarded before alights at x, then the one of b elsewhere. */
    boolean alightAfterBoarding(int b, int x) {
        return ends[b].stream().anyMatch(y -> drive[b][x] + chain[x][y] <= most[b][y])
                && starts[x].stream().anyMatch(c -> chain[c][b] + drive[b][x] <= most[c][x]);
    }
}
