package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.Rules.DriverHours;
import java.util.Arrays;
import java.util.List;

/**
 * The trip at hand: its stops in order, the drives between them, when people are there, and the coach's day on a given
 * departure. Mutable for speed; laid out anew for each trip. One instance a thread.
 */
final class TripLayout {
    private final Instance in;
    final StopOrder order;
    final DutyTimeline timeline;

    PoolFact pool;
    List<LegTask> tasks;
    /** Persons. */
    int load;

    private int wheelchairs;

    int stops;
    /** Before each stop, and back to the depot. */
    int[] driveMetres = new int[9];

    int[] driveSeconds = new int[9];
    long[] earliest = new long[8];
    long[] latest = new long[8];
    long loadedMetres;
    long emptyMetres;
    private long drivingSeconds;
    boolean exemptFromCurfew;

    /** The published trip whose departures the stops wait for, or null. */
    PublishedTrip follows;

    private long[] unbounded = new long[0];
    private long[] never = new long[0];

    TripLayout(Instance in) {
        this.in = in;
        this.order = new StopOrder(in);
        this.timeline = new DutyTimeline(in.rules);
    }

    /** Takes up another trip. It is laid out by {@link #follow}, when its {@link #order} is known. */
    void take(PoolFact of, List<LegTask> riders) {
        pool = of;
        tasks = riders;
        load = 0;
        wheelchairs = 0;
        for (LegTask task : riders) {
            load += task.headcount();
            wheelchairs += task.wheelchairs();
        }
    }

    /**
     * Finds the order of stops.
     *
     * @param like as for {@link StopOrder#find}
     * @return false when the coach cannot carry these riders, or there is no order
     */
    boolean find(TripSchedule like) {
        return load <= pool.seats(1)
                && wheelchairs <= pool.pool.wheelchairSpaces()
                && homeEnd()
                && order.find(pool, tasks, like);
    }

    private boolean homeEnd() {
        if (!in.homeEndApplies()) {
            return true;
        }
        String home = pool.pool.homePrefecture();
        for (LegTask task : tasks) {
            if (in.prefectures[task.board()].equals(home) || in.prefectures[task.alight()].equals(home)) {
                return true;
            }
        }
        return false;
    }

    /** Lays the trip out with each stop waiting for its published departure; null: for none. */
    void follow(PublishedTrip trip) {
        follows = trip;
        layOut();
        for (int k = 0; trip != null && k < order.boardCount; k++) {
            earliest[k] = Math.max(earliest[k], trip.departure(place(k)));
        }
    }

    private void layOut() {
        stops = order.boardCount + order.alightCount;
        if (earliest.length < stops) {
            earliest = new long[stops * 2];
            latest = new long[stops * 2];
            driveMetres = new int[stops * 2 + 1];
            driveSeconds = new int[stops * 2 + 1];
        }
        loadedMetres = 0;
        emptyMetres = 0;
        drivingSeconds = 0;
        int at = pool.depot;
        for (int k = 0; k <= stops; k++) {
            int next = k == stops ? pool.depot : place(k);
            driveMetres[k] = at == next ? 0 : in.metres[at][next];
            driveSeconds[k] = at == next ? 0 : in.seconds[at][next];
            drivingSeconds += driveSeconds[k];
            if (k == 0 || k == stops) {
                emptyMetres += driveMetres[k];
            } else {
                loadedMetres += driveMetres[k];
            }
            at = next;
        }
        for (int k = 0; k < stops; k++) {
            earliest[k] = Long.MIN_VALUE;
            latest[k] = Long.MAX_VALUE;
        }
        for (LegTask task : tasks) {
            int b = stopOf(task.board(), true);
            int a = stopOf(task.alight(), false);
            earliest[b] = Math.max(earliest[b], task.earliest());
            latest[a] = Math.min(latest[a], task.latest());
        }
        exemptFromCurfew = loadedMetres <= in.rules.driverHours().curfewExemptMetres();
    }

    int place(int stop) {
        return stop < order.boardCount ? order.boards[stop] : order.alights[stop - order.boardCount];
    }

    int stopOf(int place, boolean boarding) {
        int from = boarding ? 0 : order.boardCount;
        int to = boarding ? order.boardCount : stops;
        for (int k = from; k < to; k++) {
            if (place(k) == place) {
                return k;
            }
        }
        throw new IllegalStateException("no stop at " + in.placeIds[place]);
    }

    int minDrivers() {
        DriverHours hours = in.rules.driverHours();
        if (!hours.enabled()) {
            return 1;
        }
        double expresswayMetres = 0;
        for (int k = 1; k < stops; k++) {
            if (driveMetres[k] > 0) {
                expresswayMetres += driveMetres[k] * in.matrix.expressway()[place(k - 1)][place(k)];
            }
        }
        boolean expressway = loadedMetres > 0 && expresswayMetres >= 0.9 * loadedMetres + 1e-6 * loadedMetres;
        long limit = expressway ? hours.secondDriverExpresswayMetres() : hours.secondDriverMetres();
        return loadedMetres >= limit ? 2 : 1;
    }

    int maxDrivers() {
        return Math.min(in.rules.maxDrivers(), pool.pool.approvedSeats() - load);
    }

    /** With so many drivers the 24 hour limit cannot bind, so that more drivers would only cost. */
    boolean enough(int drivers) {
        DriverHours hours = in.rules.driverHours();
        if (!hours.enabled()) {
            return true;
        }
        return drivingSeconds <= (long) hours.secondsPerDriverPer24h() * drivers;
    }

    /**
     * Works out the coach's day, which then stands in {@link #timeline}.
     *
     * @param bounded whether people must arrive in time
     */
    boolean simulate(long leave, boolean bounded, int drivers) {
        return timeline.simulateTimes(
                leave,
                driveMetres,
                driveSeconds,
                earliest,
                bounded ? latest : unbounded(),
                stops,
                exemptFromCurfew,
                drivers);
    }

    /** People may arrive at any time. */
    long[] unbounded() {
        if (unbounded.length < stops) {
            unbounded = filled(Long.MAX_VALUE);
        }
        return unbounded;
    }

    /** Nobody has to be waited for. */
    long[] never() {
        if (never.length < stops) {
            never = filled(Long.MIN_VALUE);
        }
        return never;
    }

    private long[] filled(long value) {
        long[] filled = new long[stops * 2];
        Arrays.fill(filled, value);
        return filled;
    }
}
