package io.chunfeng.road;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distances between places by road. Square, row = from, column = to, in the order of {@code placeIds}; not symmetric.
 *
 * @param metres whole metres, {@link #UNREACHABLE} where there is no way
 * @param seconds whole seconds, {@link #UNREACHABLE} exactly where metres are
 * @param expressway share of the metres that are expressway, 0 to 1; 0 where there is no way
 */
public record RoadMatrix(List<String> placeIds, int[][] metres, int[][] seconds, double[][] expressway) {

    public static final int UNREACHABLE = -1;

    public RoadMatrix {
        placeIds = List.copyOf(placeIds);
    }

    /** Without any way. */
    static RoadMatrix empty(List<String> placeIds) {
        int size = placeIds.size();
        int[][] metres = new int[size][size];
        int[][] seconds = new int[size][size];
        for (int from = 0; from < size; from++) {
            Arrays.fill(metres[from], UNREACHABLE);
            Arrays.fill(seconds[from], UNREACHABLE);
        }
        return new RoadMatrix(placeIds, metres, seconds, new double[size][size]);
    }

    public int size() {
        return placeIds.size();
    }

    /** Row and column of each place id. */
    public Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>(placeIds.size() * 2);
        for (int i = 0; i < placeIds.size(); i++) {
            index.put(placeIds.get(i), i);
        }
        return index;
    }

    public boolean reachable(int from, int to) {
        return metres[from][to] != UNREACHABLE;
    }
}
