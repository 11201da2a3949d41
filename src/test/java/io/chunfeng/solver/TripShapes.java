package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Every order of stops that a coach trip of a problem can have, and who can ride it, by H05 and H12. */
final class TripShapes {
    /**
     * @param places stops in order, of which the first {@code boards} are for boarding
     * @param leastDrivers by H08
     * @param exempt from the curfew
     * @param boardAt stop where each task boards
     * @param alightAt stop where it alights
     */
    record Shape(
            int[] places,
            int boards,
            long loadedMetres,
            int leastDrivers,
            boolean exempt,
            List<BoundTask> tasks,
            int[] boardAt,
            int[] alightAt) {}

    /** More than that are not looked at. */
    private static final int MOST_SHAPES = 200_000;

    /** There are too many orders of stops to look at them all in time: nothing is proven. */
    static final class TooManyTrips extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Instance in;
    private final long until;
    private final BoundTask[][] between;
    private final List<Integer> boardPlaces = new ArrayList<>();
    private final int mostBoards;
    private final int mostAlights;
    private Consumer<Shape> found;
    private int shapes;

    // the order at hand
    private final int[] places;
    private final long[] driven;
    private final long[] metres;
    private final double[] expresswayMetres;

    TripShapes(Instance in, List<BoundTask> tasks, long until) {
        this.in = in;
        this.until = until;
        mostBoards = in.rules.maxBoardingStops();
        mostAlights = in.rules.maxAlightingStops();
        places = new int[mostBoards + mostAlights];
        driven = new long[places.length];
        metres = new long[places.length];
        expresswayMetres = new double[places.length];
        int n = in.placeIds.length;
        between = new BoundTask[n * n][0];
        for (BoundTask task : tasks) {
            int key = task.board() * n + task.alight();
            between[key] = Arrays.copyOf(between[key], between[key].length + 1);
            between[key][between[key].length - 1] = task;
        }
        for (int p = 0; p < n; p++) {
            int place = p;
            if (tasks.stream().anyMatch(task -> task.board() == place)) {
                boardPlaces.add(p);
            }
        }
    }

    /** @throws TooManyTrips when there are so many that nobody can look at them all in time */
    void forEach(Consumer<Shape> consumer) {
        found = consumer;
        boards(0);
    }

    private BoundTask[] between(int board, int alight) {
        return between[board * in.placeIds.length + alight];
    }

    private boolean put(int at, int place) {
        for (int k = 0; k < at; k++) {
            if (places[k] == place) {
                return false;
            }
        }
        places[at] = place;
        driven[at] = 0;
        metres[at] = 0;
        expresswayMetres[at] = 0;
        if (at > 0) {
            int from = places[at - 1];
            if (!in.reachable(from, place)) {
                return false;
            }
            driven[at] = driven[at - 1] + in.seconds[from][place];
            metres[at] = metres[at - 1] + in.metres[from][place];
            expresswayMetres[at] = expresswayMetres[at - 1]
                    + in.metres[from][place] * in.matrix.expressway()[from][place];
        }
        return true;
    }

    private void boards(int count) {
        if (count > 0) {
            alights(count, count);
        }
        if (count < mostBoards) {
            for (int place : boardPlaces) {
                if (put(count, place)) {
                    boards(count + 1);
                }
            }
        }
    }

    private void alights(int boards, int count) {
        if (count > boards && everyStopIsUsed(boards, count)) {
            emit(boards, count);
        }
        if (count - boards == mostAlights) {
            return;
        }
        for (int place = 0; place < in.placeIds.length; place++) {
            if (anybodyTo(boards, place) && put(count, place) && anybodyInTime(boards, count)) {
                alights(boards, count + 1);
            }
        }
    }

    private boolean anybodyTo(int boards, int place) {
        for (int k = 0; k < boards; k++) {
            if (between(places[k], place).length > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean admits(int board, int alight) {
        return between(places[board], places[alight]).length > 0
                && driven[alight] - driven[board] <= in.rules.maxRideSeconds(in.seconds[places[board]][places[alight]]);
    }

    private boolean anybodyInTime(int boards, int alight) {
        for (int k = 0; k < boards; k++) {
            if (admits(k, alight)) {
                return true;
            }
        }
        return false;
    }

    private boolean everyStopIsUsed(int boards, int count) {
        for (int k = 0; k < boards; k++) {
            boolean anybody = false;
            for (int a = boards; a < count && !anybody; a++) {
                anybody = admits(k, a);
            }
            if (!anybody) {
                return false;
            }
        }
        return true;
    }

    private void emit(int boards, int count) {
        if (++shapes > MOST_SHAPES || System.nanoTime() > until) {
            throw new TooManyTrips();
        }
        List<BoundTask> tasks = new ArrayList<>();
        List<int[]> stops = new ArrayList<>();
        for (int b = 0; b < boards; b++) {
            for (int a = boards; a < count; a++) {
                if (admits(b, a)) {
                    for (BoundTask task : between(places[b], places[a])) {
                        tasks.add(task);
                        stops.add(new int[] {b, a});
                    }
                }
            }
        }
        if (tasks.size() > Long.SIZE) {
            throw new TooManyTrips();
        }
        found.accept(new Shape(
                Arrays.copyOf(places, count),
                boards,
                metres[count - 1],
                leastDrivers(count - 1),
                metres[count - 1] <= in.rules.driverHours().curfewExemptMetres(),
                tasks,
                stops.stream().mapToInt(pair -> pair[0]).toArray(),
                stops.stream().mapToInt(pair -> pair[1]).toArray()));
    }

    /** A share of expressway at the limit may be above it or below. */
    private int leastDrivers(int last) {
        if (!in.rules.driverHours().enabled()) {
            return 1;
        }
        long limit = in.rules.driverHours().secondDriverMetres();
        if (expresswayMetres[last] >= (0.9 - 1e-6) * metres[last]) {
            limit = Math.max(limit, in.rules.driverHours().secondDriverExpresswayMetres());
        }
        return metres[last] >= limit ? 2 : 1;
    }
}
