package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.Rules.DriverHours;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out single coach trips: order of stops, drivers and moment of departure, so that every rule of the road holds
 * and the cost is least. Remembers what it worked out. One instance a thread.
 */
final class TripScheduler {
    /** Departures are tried at this distance over one day; then around the best at the fine distance. */
    private static final int COARSE_STEP_SECONDS = 3600;

    private static final int FINE_STEP_SECONDS = 900;
    private static final int MEMORY = 200_000;

    static final Comparator<LegTask> CANONICAL = Comparator.<LegTask>comparingInt(t -> t.group().index)
            .thenComparing(LegTask::kind)
            .thenComparingLong(LegTask::anchor)
            .thenComparingInt(LegTask::headcount)
            .thenComparingInt(LegTask::wheelchairs);

    private record Key(int pool, List<LegTask> tasks) {}

    /** What cannot be done is remembered as well. */
    private record Answer(TripSchedule schedule) {}

    private final Instance in;
    private final StopOrder order;
    private final DutyTimeline timeline;
    private final Map<Key, Answer> memory = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > MEMORY;
        }
    };

    // the trip at hand
    private PoolFact pool;
    private List<LegTask> tasks;
    private int stops;
    private int[] driveMetres = new int[9];
    private int[] driveSeconds = new int[9];
    private long[] earliest = new long[8];
    private long[] latest = new long[8];
    private int load;
    private long loadedMetres;
    private long emptyMetres;
    private boolean exemptFromCurfew;
    private PoolUsage usage;

    // the best departure so far
    private long bestFen;
    private long bestLeave;
    private int bestDrivers;
    private PublishedTrip bestFollows;

    /** The published trip whose departures the stops wait for, or null. */
    private PublishedTrip follows;

    TripScheduler(Instance in) {
        this.in = in;
        this.order = new StopOrder(in);
        this.timeline = new DutyTimeline(in.rules);
    }

    /**
     * The cheapest valid trip of the pool for these riders, or null when there is none.
     *
     * @param riders in canonical order, not empty
     * @param usage the pool's other trips, or null when they do not matter
     */
    TripSchedule schedule(PoolFact of, List<LegTask> riders, PoolUsage usage) {
        Key key = new Key(of.index, riders);
        Answer known = memory.get(key);
        if (known == null) {
            known = new Answer(work(of, riders, null));
            memory.put(key, known);
        }
        TripSchedule schedule = known.schedule();
        if (schedule == null || usage == null || usage.admits(schedule.busyFrom(), schedule.busyUntil())) {
            return schedule;
        }
        return work(of, riders, usage);
    }

    private TripSchedule work(PoolFact of, List<LegTask> riders, PoolUsage others) {
        pool = of;
        tasks = riders;
        usage = others;
        load = 0;
        int wheelchairs = 0;
        for (LegTask task : riders) {
            load += task.headcount();
            wheelchairs += task.wheelchairs();
        }
        if (load > of.seats(1) || wheelchairs > of.pool.wheelchairSpaces()) {
            return null;
        }
        if (order.find(of, riders) == Double.POSITIVE_INFINITY || !homeEnd()) {
            return null;
        }
        follow(null);
        bestFen = Long.MAX_VALUE;
        for (int drivers = minDrivers(); drivers <= maxDrivers(); drivers++) {
            keepDepartures(drivers);
            searchDepartures(drivers);
            if (bestFen < Long.MAX_VALUE && enough(drivers)) {
                break;
            }
        }
        return bestFen == Long.MAX_VALUE ? null : result();
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
        int at = pool.depot;
        for (int k = 0; k <= stops; k++) {
            int next = k == stops ? pool.depot : place(k);
            driveMetres[k] = at == next ? 0 : in.metres[at][next];
            driveSeconds[k] = at == next ? 0 : in.seconds[at][next];
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

    private int place(int stop) {
        return stop < order.boardCount ? order.boards[stop] : order.alights[stop - order.boardCount];
    }

    private int stopOf(int place, boolean boarding) {
        int from = boarding ? 0 : order.boardCount;
        int to = boarding ? order.boardCount : stops;
        for (int k = from; k < to; k++) {
            if (place(k) == place) {
                return k;
            }
        }
        throw new IllegalStateException("no stop at " + in.placeIds[place]);
    }

    private int minDrivers() {
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

    private int maxDrivers() {
        return Math.min(in.rules.maxDrivers(), pool.pool.approvedSeats() - load);
    }

    /** With so many drivers the 24 hour limit cannot bind, so that more drivers would only cost. */
    private boolean enough(int drivers) {
        DriverHours hours = in.rules.driverHours();
        if (!hours.enabled()) {
            return true;
        }
        long driving = 0;
        for (int k = 0; k <= stops; k++) {
            driving += driveSeconds[k];
        }
        return driving <= (long) hours.secondsPerDriverPer24h() * drivers;
    }

    /** Tries to leave when the published trips of the riders left, or so much earlier that further stops fit in. */
    private void keepDepartures(int drivers) {
        if (!in.problem.replans()) {
            return;
        }
        for (PublishedTrip trip : tasks.stream()
                .flatMap(t -> t.group().told.trips(pool).stream())
                .distinct()
                .toList()) {
            follow(trip);
            long leave = Math.max(trip.leave(), pool.availableFrom);
            for (int round = 0; round < 4 && leave >= pool.availableFrom && simulate(leave, false, drivers); round++) {
                long late = lateForPublished(trip);
                if (late <= 0) {
                    tryDeparture(leave, drivers, leave);
                    long idle = timeline.departure(0) - timeline.arrival(0) - in.rules.stopSeconds();
                    if (idle > 0) {
                        tryDeparture(leave + idle, drivers, leave + idle);
                    }
                    break;
                }
                leave -= late;
            }
        }
        if (follows != null) {
            follow(null);
        }
    }

    /** Lays the trip out with each stop waiting for its published departure; null: for none. */
    private void follow(PublishedTrip trip) {
        follows = trip;
        layOut();
        for (int k = 0; trip != null && k < order.boardCount; k++) {
            earliest[k] = Math.max(earliest[k], trip.departure(place(k)));
        }
    }

    private long lateForPublished(PublishedTrip trip) {
        long late = 0;
        for (int k = 0; k < order.boardCount; k++) {
            long published = trip.departure(place(k));
            if (published != Long.MIN_VALUE) {
                late = Math.max(late, timeline.departure(k) - Math.max(published, earliest[k]));
            }
        }
        return late;
    }

    private void searchDepartures(int drivers) {
        long lower = Long.MIN_VALUE;
        long upper = Long.MAX_VALUE;
        long elapsed = 0;
        for (int k = 0; k < stops; k++) {
            elapsed += driveSeconds[k];
            if (latest[k] != Long.MAX_VALUE) {
                upper = Math.min(upper, latest[k] - elapsed);
            }
            elapsed += in.rules.stopSeconds();
            if (earliest[k] != Long.MIN_VALUE) {
                lower = Math.max(lower, earliest[k] - elapsed);
            }
        }
        elapsed += driveSeconds[stops];
        lower = Math.max(lower, pool.availableFrom);
        upper = Math.min(upper, pool.availableUntil - elapsed);
        if (lower > upper) {
            return;
        }
        long span = Math.min(upper, lower + 86_400 - 1);
        for (long leave = lower; leave <= span; leave += COARSE_STEP_SECONDS) {
            tryDeparture(leave, drivers, upper);
        }
        if (span < upper) {
            tryDeparture(upper, drivers, upper);
        }
        tryLatest(upper, lower, drivers);
        if (bestFen < Long.MAX_VALUE && bestDrivers == drivers) {
            long around = bestLeave;
            for (int step = 1; step < COARSE_STEP_SECONDS / FINE_STEP_SECONDS; step++) {
                tryOnce(around - step * FINE_STEP_SECONDS, lower, upper, drivers);
                tryOnce(around + step * FINE_STEP_SECONDS, lower, upper, drivers);
            }
        }
    }

    private void tryOnce(long leave, long lower, long upper, int drivers) {
        if (leave >= lower && leave <= upper) {
            tryDeparture(leave, drivers, leave);
        }
    }

    /** The latest departure that still meets every latest arrival: rests make it earlier than plain driving would. */
    private void tryLatest(long upper, long lower, int drivers) {
        long leave = upper;
        for (int round = 0; round < 4 && leave >= lower; round++) {
            if (!simulate(leave, false, drivers)) {
                return;
            }
            long late = Math.max(0, timeline.end() - pool.availableUntil);
            for (int k = order.boardCount; k < stops; k++) {
                late = Math.max(late, timeline.arrival(k) - latest[k]);
            }
            if (late == 0) {
                tryDeparture(leave, drivers, leave);
                return;
            }
            leave -= late;
        }
    }

    private boolean simulate(long leave, boolean bounded, int drivers) {
        return timeline.simulate(
                leave,
                driveMetres,
                driveSeconds,
                earliest,
                bounded ? latest : unbounded(),
                stops,
                exemptFromCurfew,
                drivers);
    }

    private long[] none = new long[0];

    private long[] unbounded() {
        if (none.length < stops) {
            none = new long[stops * 2];
            Arrays.fill(none, Long.MAX_VALUE);
        }
        return none;
    }

    /**
     * Tries a departure and the same time of day on the following days, which by the rules of the road takes exactly as
     * long.
     */
    private void tryDeparture(long leave, int drivers, long upper) {
        if (!simulate(leave, true, drivers) || timeline.end() > pool.availableUntil) {
            return;
        }
        long slack = Math.min(pool.availableUntil - timeline.end(), upper - leave);
        for (int k = order.boardCount; k < stops; k++) {
            slack = Math.min(slack, latest[k] - timeline.arrival(k));
        }
        long days = Math.max(0, slack / 86_400);
        long fixed = coachFen(drivers);
        for (long day = 0; day <= days; day++) {
            long shift = day * 86_400;
            long fen = fixed + timeFen(shift) + dayShiftFen(shift) + changeFen(shift);
            if (fen < bestFen && (usage == null || usage.admits(timeline.begin() + shift, timeline.end() + shift))) {
                bestFen = fen;
                bestLeave = leave + shift;
                bestDrivers = drivers;
                bestFollows = follows;
            }
        }
    }

    private long coachFen(int drivers) {
        return PlanCosts.coachTripFen(pool.pool, drivers, loadedMetres, emptyMetres, timeline.end() - timeline.begin());
    }

    private long timeFen(long shift) {
        long passengerSeconds = 0;
        for (LegTask task : tasks) {
            long from = task.first() ? timeline.departure(stopOf(task.board(), true)) + shift : task.anchor();
            long to = task.alightCounts() ? timeline.arrival(stopOf(task.alight(), false)) + shift : task.anchor();
            passengerSeconds += (to - from) * task.headcount();
        }
        return (passengerSeconds * in.rules.weights().fenPerPassengerHour() + 1800) / 3600;
    }

    private long dayShiftFen(long shift) {
        long days = 0;
        for (LegTask task : tasks) {
            if (task.first()) {
                days += task.group().dayShift(timeline.departure(stopOf(task.board(), true)) + shift, task.headcount());
            }
        }
        return days * in.rules.weights().fenPerPassengerDayShift();
    }

    private long changeFen(long shift) {
        if (!in.problem.replans()) {
            return 0;
        }
        long changed = 0;
        for (LegTask task : tasks) {
            long departure = timeline.departure(stopOf(task.board(), true)) + shift;
            changed += task.group().told.changedOn(pool, task.board(), departure, task.headcount());
        }
        return changed * in.rules.weights().fenPerChangedBoarding();
    }

    private TripSchedule result() {
        follow(bestFollows);
        simulate(bestLeave, true, bestDrivers);
        return new TripSchedule(
                pool,
                tasks,
                Arrays.copyOf(order.boards, order.boardCount),
                Arrays.copyOf(order.alights, order.alightCount),
                bestDrivers,
                bestLeave,
                timeline.begin(),
                timeline.end(),
                load,
                coachFen(bestDrivers),
                timeFen(0),
                dayShiftFen(0),
                changeFen(0),
                bestFollows);
    }

    /** A schedule with every event. */
    UnfoldedTrip unfold(TripSchedule schedule) {
        pool = schedule.pool();
        tasks = schedule.tasks();
        order.set(schedule.boards(), schedule.alights());
        follow(schedule.follows());
        simulate(schedule.leave(), true, schedule.drivers());
        String[] places = new String[stops + 2];
        places[0] = in.placeIds[pool.depot];
        places[stops + 1] = places[0];
        long[] arrivals = new long[stops];
        long[] departures = new long[stops];
        for (int k = 0; k < stops; k++) {
            places[k + 1] = in.placeIds[place(k)];
            arrivals[k] = timeline.arrival(k);
            departures[k] = timeline.departure(k);
        }
        return new UnfoldedTrip(
                schedule,
                loadedMetres,
                emptyMetres,
                timeline.events(places, driveMetres, driveSeconds),
                arrivals,
                departures);
    }
}
