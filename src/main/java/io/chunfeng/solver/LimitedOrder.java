package io.chunfeng.solver;

import java.util.Arrays;

/**
 * The cheapest order of few stops in which nobody rides too long (H12): every order, given up as soon as somebody does or it
 * costs more than the best. For trips whose cheapest order takes too long for somebody. One instance a thread.
 */
final class LimitedOrder {
    /** Up to so many places on each side. */
    static final int MOST = 4;

    private static final int REMEMBERED = 1 << 12;

    private final Instance in;
    private final double fenPerPassengerSecond;

    // what has been asked lately: exact decimals are slow
    private final int[] askedSeconds = new int[REMEMBERED];
    private final long[] answeredSeconds = new long[REMEMBERED];

    // the trip at hand
    private PoolFact pool;
    private int[] boards;
    private int[] boarding;
    private int boardCount;
    private int[] alights;
    private int[] alighting;
    private int alightCount;
    private double fenPerLoadedMetre;
    /** Seconds that those from one place to another may ride; {@link Long#MAX_VALUE} where nobody does. */
    private final long[][] limit = new long[MOST][MOST];

    // the order so far, as indices
    private final int[] boardOrder = new int[MOST];
    private final int[] alightOrder = new int[MOST];
    private final long[] boardedAt = new long[MOST];

    private final int[] bestBoards = new int[MOST];
    private final int[] bestAlights = new int[MOST];
    private double best;

    LimitedOrder(Instance in) {
        this.in = in;
        this.fenPerPassengerSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
        Arrays.fill(askedSeconds, -1);
    }

    /** Longest driving time that somebody may spend on the way between two places. */
    long maxRideSeconds(int from, int to) {
        int direct = in.seconds[from][to];
        int at = direct & REMEMBERED - 1;
        if (askedSeconds[at] != direct) {
            askedSeconds[at] = direct;
            answeredSeconds[at] = in.rules.maxRideSeconds(direct);
        }
        return answeredSeconds[at];
    }

    /**
     * Puts both sides into the order.
     *
     * @param boarding persons by boarding place, {@code alighting} by alighting place
     * @return false when there is none
     */
    boolean arrange(
            PoolFact trip,
            LegTask[] tasks,
            int taskCount,
            int[] boardPlaces,
            int[] boardPersons,
            int boardPlaceCount,
            int[] alightPlaces,
            int[] alightPersons,
            int alightPlaceCount) {
        pool = trip;
        boards = boardPlaces;
        boarding = boardPersons;
        boardCount = boardPlaceCount;
        alights = alightPlaces;
        alighting = alightPersons;
        alightCount = alightPlaceCount;
        fenPerLoadedMetre = pool.pool.fenPerLoadedKm() / 1000.0;
        for (long[] from : limit) {
            Arrays.fill(from, Long.MAX_VALUE);
        }
        for (int i = 0; i < taskCount; i++) {
            int b = StopOrder.indexOf(boards, boardCount, tasks[i].board());
            int a = StopOrder.indexOf(alights, alightCount, tasks[i].alight());
            limit[b][a] = maxRideSeconds(boards[b], alights[a]);
        }
        best = Double.POSITIVE_INFINITY;
        board(0, 0, pool.depot, 0, pool.pool.dispatchFen(), 0, 0);
        if (best == Double.POSITIVE_INFINITY) {
            return false;
        }
        System.arraycopy(bestBoards, 0, boards, 0, boardCount);
        System.arraycopy(bestAlights, 0, alights, 0, alightCount);
        return true;
    }

    /** @param driving since the first boarding place, {@code empty} before it; seconds */
    private void board(int k, int seen, int at, int onBoard, double fen, long driving, long empty) {
        if (k == boardCount) {
            alight(0, 0, at, onBoard, fen, driving, empty);
            return;
        }
        for (int b = 0; b < boardCount; b++) {
            int next = boards[b];
            if ((seen & 1 << b) != 0 || !in.reachable(at, next)) {
                continue;
            }
            int seconds = in.seconds[at][next];
            long there = k == 0 ? 0 : driving + seconds;
            double cost = k == 0
                    ? fen + in.metres[at][next] * (pool.pool.fenPerEmptyKm() / 1000.0)
                    : fen + loadedFen(at, next, onBoard) + onBoard * in.rules.stopSeconds() * fenPerPassengerSecond;
            if (cost >= best || k > 0 && !everybodyMayRide(seen, 0, there)) {
                continue;
            }
            boardOrder[k] = next;
            boardedAt[b] = there;
            board(k + 1, seen | 1 << b, next, onBoard + boarding[b], cost, there, k == 0 ? seconds : empty);
        }
    }

    private void alight(int k, int seen, int at, int onBoard, double fen, long driving, long empty) {
        if (k == alightCount) {
            home(at, fen, driving + empty);
            return;
        }
        for (int a = 0; a < alightCount; a++) {
            int next = alights[a];
            if ((seen & 1 << a) != 0 || !in.reachable(at, next)) {
                continue;
            }
            long there = driving + in.seconds[at][next];
            int left = onBoard - alighting[a];
            double cost = fen + loadedFen(at, next, onBoard) + left * in.rules.stopSeconds() * fenPerPassengerSecond;
            if (cost < best && everybodyMayRide((1 << boardCount) - 1, seen, there)) {
                alightOrder[k] = next;
                alight(k + 1, seen | 1 << a, next, left, cost, there, empty);
            }
        }
    }

    private void home(int at, double fen, long driving) {
        if (!in.reachable(at, pool.depot)) {
            return;
        }
        long days = Math.max(1, (driving + in.seconds[at][pool.depot] + 86_399) / 86_400);
        double cost = fen
                + in.metres[at][pool.depot] * (pool.pool.fenPerEmptyKm() / 1000.0)
                + days * pool.pool.fenPerDriverDay();
        if (cost < best) {
            best = cost;
            System.arraycopy(boardOrder, 0, bestBoards, 0, boardCount);
            System.arraycopy(alightOrder, 0, bestAlights, 0, alightCount);
        }
    }

    private double loadedFen(int from, int to, int onBoard) {
        return in.metres[from][to] * fenPerLoadedMetre + in.seconds[from][to] * (onBoard * fenPerPassengerSecond);
    }

    /** Nobody who is still on board has been driven for too long. */
    private boolean everybodyMayRide(int boarded, int alighted, long driving) {
        for (int b = 0; b < boardCount; b++) {
            if ((boarded & 1 << b) != 0) {
                for (int a = 0; a < alightCount; a++) {
                    if ((alighted & 1 << a) == 0
                            && driving - boardedAt[b] > limit[b][a]
                            && limit[b][a] != Long.MAX_VALUE) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
