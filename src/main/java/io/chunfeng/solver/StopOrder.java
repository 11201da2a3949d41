package io.chunfeng.solver;

import java.util.Arrays;
import java.util.List;

/**
 * The order in which one coach visits its stops: all boarding before all alighting. Finds the cheapest by kilometres
 * and driving time; exactly for few stops, by insertion and exchange for many. One instance a thread.
 */
final class StopOrder {
    /** More than any trip costs: a drive that is not in the matrix. An order with fewer of them is nearer to one without. */
    private static final double NO_DRIVE_FEN = 1e15;

    private final Instance in;
    private final double fenPerPassengerSecond;
    private final ExactOrder exact;
    private final LimitedOrder limited;

    // the trip at hand
    private PoolFact pool;
    private LegTask[] tasks = new LegTask[16];
    private int taskCount;
    int[] boards = new int[8];
    int boardCount;
    int[] alights = new int[8];
    int alightCount;
    private int[] boarding = new int[8];
    private int[] alighting = new int[8];

    StopOrder(Instance in) {
        this.in = in;
        this.exact = new ExactOrder(in);
        this.limited = new LimitedOrder(in);
        this.fenPerPassengerSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
    }

    /**
     * Finds the order for a trip; it stands in {@link #boards} and {@link #alights}.
     *
     * @param like a trip with nearly the same riders, whose order is kept where there are many stops; or null
     * @return false when there is no way or every order takes too long for a passenger (H12) or has too many stops (H05)
     */
    boolean find(PoolFact trip, List<LegTask> riders, TripSchedule like) {
        pool = trip;
        collect(riders);
        if (boardCount > in.rules.maxBoardingStops() || alightCount > in.rules.maxAlightingStops()) {
            return false;
        }
        for (int b = 0; b < boardCount; b++) {
            for (int a = 0; a < alightCount; a++) {
                if (boards[b] == alights[a]) {
                    return false;
                }
            }
        }
        if (boardCount <= ExactOrder.MOST && alightCount <= ExactOrder.MOST) {
            loads();
            if (!exact.arrange(pool, boards, boarding, boardCount, alights, alighting, alightCount)) {
                return false;
            }
            return rideLimitsHold()
                    || (boardCount <= LimitedOrder.MOST && alightCount <= LimitedOrder.MOST ? limited() : improve());
        }
        if (like != null) {
            keepOrder(boards, boardCount, like.boards());
            keepOrder(alights, alightCount, like.alights());
            insertNew(like);
            if (cost() < NO_DRIVE_FEN && rideLimitsHold()) {
                return true;
            }
        }
        nearestFirst();
        return improve();
    }

    private boolean limited() {
        loads();
        return limited.arrange(pool, tasks, taskCount, boards, boarding, boardCount, alights, alighting, alightCount);
    }

    /** Places that were on the other trip come first, in its order. */
    private static void keepOrder(int[] places, int count, int[] order) {
        int kept = 0;
        for (int place : order) {
            int at = indexOf(places, count, place);
            if (at >= 0) {
                move(places, at, kept++);
            }
        }
    }

    /** Moves each place that is new to where it costs least. */
    private void insertNew(TripSchedule like) {
        for (int[] side : new int[][] {boards, alights}) {
            int count = side == boards ? boardCount : alightCount;
            int[] known = side == boards ? like.boards() : like.alights();
            for (int at = 0; at < count; at++) {
                if (indexOf(known, known.length, side[at]) < 0) {
                    placeBest(side, at, count);
                }
            }
        }
    }

    private void placeBest(int[] side, int at, int count) {
        int bestAt = at;
        double bestCost = cost();
        int now = at;
        for (int to = 0; to < count; to++) {
            move(side, now, to);
            now = to;
            double fen = cost();
            if (fen < bestCost) {
                bestCost = fen;
                bestAt = to;
            }
        }
        move(side, now, bestAt);
    }

    /** Takes an order that was found before. */
    void set(int[] boardingOrder, int[] alightingOrder) {
        boards = Arrays.copyOf(boardingOrder, Math.max(8, boardingOrder.length));
        alights = Arrays.copyOf(alightingOrder, Math.max(8, alightingOrder.length));
        boarding = new int[boards.length];
        alighting = new int[alights.length];
        boardCount = boardingOrder.length;
        alightCount = alightingOrder.length;
    }

    private void collect(List<LegTask> riders) {
        taskCount = riders.size();
        if (tasks.length < taskCount) {
            tasks = new LegTask[taskCount * 2];
        }
        if (Math.min(boards.length, alights.length) < taskCount) {
            boards = new int[taskCount * 2];
            alights = new int[taskCount * 2];
            boarding = new int[taskCount * 2];
            alighting = new int[taskCount * 2];
        }
        boardCount = 0;
        alightCount = 0;
        for (int i = 0; i < taskCount; i++) {
            LegTask task = riders.get(i);
            tasks[i] = task;
            if (indexOf(boards, boardCount, task.board()) < 0) {
                boards[boardCount++] = task.board();
            }
            if (indexOf(alights, alightCount, task.alight()) < 0) {
                alights[alightCount++] = task.alight();
            }
        }
    }

    static int indexOf(int[] places, int count, int place) {
        for (int i = 0; i < count; i++) {
            if (places[i] == place) {
                return i;
            }
        }
        return -1;
    }

    private static void swap(int[] a, int i, int j) {
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    /** Many stops: repeated best reversal or relocation within each side, from the order at hand. */
    private boolean improve() {
        double cost = cost();
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int[] side : new int[][] {boards, alights}) {
                int count = side == boards ? boardCount : alightCount;
                for (int i = 0; i < count - 1; i++) {
                    for (int j = i + 1; j < count; j++) {
                        reverse(side, i, j);
                        double candidate = cost();
                        if (candidate < cost - 1e-6) {
                            cost = candidate;
                            improved = true;
                        } else {
                            reverse(side, i, j);
                        }
                    }
                }
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < count; j++) {
                        if (i == j) {
                            continue;
                        }
                        move(side, i, j);
                        double candidate = cost();
                        if (candidate < cost - 1e-6) {
                            cost = candidate;
                            improved = true;
                        } else {
                            move(side, j, i);
                        }
                    }
                }
            }
        }
        return cost < NO_DRIVE_FEN && rideLimitsHold();
    }

    /** Boarding begins with the place nearest to the depot and goes on with the nearest left. */
    private void nearestFirst() {
        int at = pool.depot;
        for (int[] side : new int[][] {boards, alights}) {
            int count = side == boards ? boardCount : alightCount;
            for (int k = 0; k < count; k++) {
                int nearest = k;
                for (int i = k + 1; i < count; i++) {
                    if (seconds(at, side[i]) < seconds(at, side[nearest])) {
                        nearest = i;
                    }
                }
                swap(side, k, nearest);
                at = side[k];
            }
        }
    }

    private int seconds(int from, int to) {
        return in.reachable(from, to) ? in.seconds[from][to] : Integer.MAX_VALUE;
    }

    private static void reverse(int[] a, int i, int j) {
        for (int l = i, r = j; l < r; l++, r--) {
            swap(a, l, r);
        }
    }

    private static void move(int[] a, int from, int to) {
        int value = a[from];
        if (from < to) {
            System.arraycopy(a, from + 1, a, from, to - from);
        } else {
            System.arraycopy(a, to, a, to + 1, from - to);
        }
        a[to] = value;
    }

    /** Lower bound of the trip's cost in fen for the order at hand; {@link #NO_DRIVE_FEN} and more where a drive is not in the matrix. */
    private double cost() {
        if (fenPerPassengerSecond > 0) {
            loads();
        }
        int stopSeconds = in.rules.stopSeconds();
        int at = pool.depot;
        long loadedMetres = 0;
        double passengerSeconds = 0;
        int onBoard = 0;
        int missing = 0;
        int next = boards[0];
        if (!in.reachable(at, next)) {
            missing++;
        }
        long emptyMetres = in.metres[at][next];
        long drive = in.seconds[at][next];
        at = next;
        onBoard += boarding[0];
        for (int k = 1; k < boardCount + alightCount; k++) {
            next = k < boardCount ? boards[k] : alights[k - boardCount];
            if (!in.reachable(at, next)) {
                missing++;
            }
            loadedMetres += in.metres[at][next];
            drive += in.seconds[at][next];
            passengerSeconds += (double) onBoard * in.seconds[at][next];
            if (k < boardCount) {
                passengerSeconds += (double) onBoard * stopSeconds;
                onBoard += boarding[k];
            } else {
                onBoard -= alighting[k - boardCount];
                passengerSeconds += (double) onBoard * stopSeconds;
            }
            at = next;
        }
        if (!in.reachable(at, pool.depot)) {
            missing++;
        }
        emptyMetres += in.metres[at][pool.depot];
        drive += in.seconds[at][pool.depot];
        long days = (drive + 86_399) / 86_400;
        return missing * NO_DRIVE_FEN
                + pool.pool.dispatchFen()
                + (loadedMetres * (double) pool.pool.fenPerLoadedKm()
                                + emptyMetres * (double) pool.pool.fenPerEmptyKm())
                        / 1000
                + Math.max(1, days) * pool.pool.fenPerDriverDay()
                + passengerSeconds * fenPerPassengerSecond;
    }

    private void loads() {
        Arrays.fill(boarding, 0, boardCount, 0);
        Arrays.fill(alighting, 0, alightCount, 0);
        for (int i = 0; i < taskCount; i++) {
            boarding[indexOf(boards, boardCount, tasks[i].board())] += tasks[i].headcount();
            alighting[indexOf(alights, alightCount, tasks[i].alight())] += tasks[i].headcount();
        }
    }

    /** H12 for everybody, and a road for each drive. */
    private boolean rideLimitsHold() {
        for (int i = 0; i < taskCount; i++) {
            LegTask task = tasks[i];
            int b = indexOf(boards, boardCount, task.board());
            int a = indexOf(alights, alightCount, task.alight());
            if (b == boardCount - 1 && a == 0) {
                continue;
            }
            long driving = 0;
            int at = task.board();
            for (int k = b + 1; k < boardCount; k++) {
                driving += in.seconds[at][boards[k]];
                at = boards[k];
            }
            for (int k = 0; k <= a; k++) {
                driving += in.seconds[at][alights[k]];
                at = alights[k];
            }
            if (driving > limited.maxRideSeconds(task.board(), task.alight())) {
                return false;
            }
        }
        return true;
    }
}
