package io.chunfeng.road;

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

    /** @param cells from, to -> the way, or null where there is none */
    static RoadMatrix of(List<String> placeIds, Cells cells) {
        int size = placeIds.size();
        int[][] metres = new int[size][size];
        int[][] seconds = new int[size][size];
        double[][] expressway = new double[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                DoorToDoor way = cells.way(from, to);
                metres[from][to] = way == null ? UNREACHABLE : way.metres();
                seconds[from][to] = way == null ? UNREACHABLE : way.seconds();
                expressway[from][to] = way == null ? 0 : way.expressway();
            }
        }
        return new RoadMatrix(placeIds, metres, seconds, expressway);
    }

    interface Cells {
        DoorToDoor way(int from, int to);
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
