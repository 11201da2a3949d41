package io.chunfeng.solver;

import io.chunfeng.road.RoadMatrix;
import java.util.stream.IntStream;

/**
 * The shortest way between each two places by any others. A matrix of fastest ways need not keep the triangle inequality in
 * metres, so that a coach with other stops in between may drive fewer metres than the direct way has.
 */
final class ShortestWays {
    /** No way; two of them can be added. */
    static final int NONE = 1 << 29;

    /** Rows that stay in a core's cache together. */
    private static final int BLOCK = 16;

    private ShortestWays() {}

    /** @param direct metres or seconds, {@link RoadMatrix#UNREACHABLE} where there is no way; stays as it is */
    static int[][] of(int[][] direct) {
        int n = direct.length;
        int[][] least = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                least[i][j] = i == j ? 0 : direct[i][j] == RoadMatrix.UNREACHABLE ? NONE : direct[i][j];
            }
        }
        for (int first = 0; first < n; first += BLOCK) {
            int from = first;
            int to = Math.min(n, first + BLOCK);
            for (int k = from; k < to; k++) {
                for (int i = from; i < to; i++) {
                    shorten(least[i], least[i][k], least[k]);
                }
            }
            IntStream.range(0, n).parallel().filter(i -> i < from || i >= to).forEach(i -> {
                int[] toBlock = new int[to - from];
                System.arraycopy(least[i], from, toBlock, 0, toBlock.length);
                for (int k = from; k < to; k++) {
                    shorten(least[i], toBlock[k - from], least[k]);
                }
            });
        }
        return least;
    }

    private static void shorten(int[] row, int before, int[] after) {
        if (before < NONE) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.min(row[j], before + after[j]);
            }
        }
    }
}
