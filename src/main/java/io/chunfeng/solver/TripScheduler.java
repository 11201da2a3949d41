package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.Rules.DriverHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Works out single coach trips: order of stops, drivers and moment of departure, so that every rule of the road holds
 * and the cost is least. Remembers what it worked out. One instance a thread.
 */
final class TripScheduler {
    /** So many departures in a row that are no better end the search for one. */
    private static final int MOST_IN_VAIN = 12;

    /** A trip is made of a few rounded amounts: so near to the least, it is the least. */
    private static final long ROUNDING_FEN = 5;

    /** Problems so small are searched with the best departures from the beginning; in others they are found at the end. */
    private static final int FEW_GROUPS = 60;

    static final Comparator<LegTask> CANONICAL = Comparator.<LegTask>comparingInt(t -> t.group().index)
            .thenComparing(LegTask::kind)
            .thenComparingLong(LegTask::anchor)
            .thenComparingInt(LegTask::headcount)
            .thenComparingInt(LegTask::wheelchairs);

    private final Instance in;
    private final StopOrder order;
    private final DutyTimeline timeline;
    private final LeastElapsed least;
    private final DepartureMarks marks;
    private final boolean thorough;
    private final int mostInVain;
    private final TripMemory memory;
    private final DayProfile[] profiles;

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
    private long drivingSeconds;
    private boolean exemptFromCurfew;
    private PoolUsage usage;
    private long[] unbounded = new long[0];
    private long[] never = new long[0];

    // the departures at hand
    private DayProfile profile;
    private final long[] estimate = new long[DayProfile.STEPS];
    private int[] arrivalWeight = new int[8];
    /** Persons who board, less those who alight. */
    private int[] changeAt = new int[8];
    /** Passenger seconds that a departure one second later adds. */
    private long later;

    private long fixedSeconds;
    /** At stations and airports, at least. */
    private long waitingSeconds;

    private long oneDayFen;

    // the best departure so far
    private long leastFen;
    private long bestFen;
    private long bestLeave;
    private int bestDrivers;
    private PublishedTrip bestFollows;

    /** The published trip whose departures the stops wait for, or null. */
    private PublishedTrip follows;

    /** For a few trips: tries every departure that may be the cheapest. */
    TripScheduler(Instance in) {
        this(in, TripMemory.SMALL, true);
    }

    /** For a search, which asks for many trips, and for the same ones again and again. */
    static TripScheduler forSearch(Instance in) {
        return new TripScheduler(in, TripMemory.LARGE, in.groups.size() <= FEW_GROUPS);
    }

    private TripScheduler(Instance in, int memorySize, boolean thorough) {
        this.in = in;
        this.thorough = thorough;
        this.mostInVain = thorough ? DayProfile.STEPS : MOST_IN_VAIN;
        this.marks = new DepartureMarks(in.rules);
        this.least = LeastElapsed.of(in.rules);
        this.memory = new TripMemory(memorySize);
        this.profiles = new DayProfile[memorySize / 16];
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
        return schedule(of, riders, null, usage, Long.MAX_VALUE);
    }

    /**
     * The same, or null when it would cost {@code boundFen} or more.
     *
     * @param like a trip with nearly the same riders, whose order of stops is kept where there are many; or null
     */
    TripSchedule schedule(PoolFact of, List<LegTask> riders, TripSchedule like, PoolUsage usage, long boundFen) {
        long marks = 0;
        for (LegTask task : riders) {
            marks += task.mark();
        }
        return answer(of, marks, () -> riders, like, usage, boundFen);
    }

    /** A trip with one more rider, in a coach of the pool; null when there is none or it would cost too much. */
    TripSchedule with(PoolFact of, TripSchedule trip, LegTask more, PoolUsage usage, long boundFen) {
        return answer(of, trip.riders() + more.mark(), () -> joined(trip.tasks(), more), trip, usage, boundFen);
    }

    /** Whether it is known that no coach of the pool can carry the riders, whatever that costs. */
    boolean impossible(PoolFact of, LegTask rider) {
        TripMemory.Known known = memory.find(TripMemory.key(of, rider.mark()));
        return known != null && known.settled() && known.schedule() == null;
    }

    private static List<LegTask> joined(List<LegTask> tasks, LegTask more) {
        List<LegTask> all = new ArrayList<>(tasks.size() + 1);
        all.addAll(tasks);
        all.add(more);
        all.sort(CANONICAL);
        return all;
    }

    private TripSchedule answer(
            PoolFact of,
            long marks,
            Supplier<List<LegTask>> riders,
            TripSchedule like,
            PoolUsage others,
            long boundFen) {
        long key = TripMemory.key(of, marks);
        TripMemory.Known known = memory.find(key);
        if (known == null || !known.answers(boundFen)) {
            known = memory.keep(work(of, marks, riders.get(), like, null, boundFen));
        }
        TripSchedule schedule = known.schedule();
        if (schedule == null || schedule.costFen() >= boundFen) {
            return null;
        }
        if (others == null || others.admits(schedule.busyFrom(), schedule.busyUntil())) {
            return schedule;
        }
        schedule = work(of, marks, riders.get(), schedule, others, boundFen).schedule();
        return schedule == null || schedule.costFen() >= boundFen ? null : schedule;
    }

    private TripMemory.Known work(
            PoolFact of, long marks, List<LegTask> riders, TripSchedule like, PoolUsage others, long boundFen) {
        pool = of;
        tasks = riders;
        usage = others;
        load = 0;
        leastFen = Long.MAX_VALUE;
        int wheelchairs = 0;
        for (LegTask task : riders) {
            load += task.headcount();
            wheelchairs += task.wheelchairs();
        }
        boolean settled = true;
        bestFen = Long.MAX_VALUE;
        if (load <= of.seats(1) && wheelchairs <= of.pool.wheelchairSpaces() && homeEnd()) {
            if (order.find(of, riders, like)) {
                follow(null);
                leastFen = leastFen();
                // no number of drivers is allowed, or the trip may be worth its price
                settled = leastFen == Long.MAX_VALUE || leastFen < boundFen && searchDriversAndDepartures(boundFen);
            }
        }
        return new TripMemory.Known(
                TripMemory.key(of, marks),
                leastFen,
                settled,
                settled && bestFen < Long.MAX_VALUE ? result(marks) : null);
    }

    /** No departure costs less than this, but for a few fen of rounding. */
    private long leastFen() {
        weigh();
        long best = Long.MAX_VALUE;
        for (int drivers = minDrivers(); drivers <= maxDrivers(); drivers++) {
            best = Math.min(best, leastFen(drivers));
            if (enough(drivers)) {
                break;
            }
        }
        return best;
    }

    private long leastFen(int drivers) {
        long busySeconds = 0;
        long passengerSeconds = waitingSeconds;
        int onBoard = 0;
        for (int k = 0; k <= stops; k++) {
            long drive = exemptFromCurfew ? driveSeconds[k] : least.seconds(driveSeconds[k], drivers);
            busySeconds += drive;
            passengerSeconds += onBoard * drive;
            if (k < stops) {
                passengerSeconds += (long) Math.min(onBoard, onBoard + changeAt[k]) * in.rules.stopSeconds();
                busySeconds += in.rules.stopSeconds();
                onBoard += changeAt[k];
            }
        }
        long days = Math.max(1, (busySeconds + 86_399) / 86_400);
        return PlanCosts.coachTripFen(pool.pool, drivers, loadedMetres, emptyMetres, 1)
                + (days - 1) * drivers * pool.pool.fenPerDriverDay()
                + fen(passengerSeconds);
    }

    /**
     * @return whether the cheapest has been found; false when it costs the bound or more, which is then the least that is
     *     known
     */
    private boolean searchDriversAndDepartures(long boundFen) {
        boolean passedOver = false;
        for (int drivers = minDrivers(); drivers <= maxDrivers(); drivers++) {
            long driversFen = leastFen(drivers);
            if (driversFen < Math.min(bestFen, boundFen)) {
                keepDepartures(drivers);
                searchDepartures(drivers);
            } else {
                passedOver |= driversFen < bestFen;
            }
            if (bestFen < Long.MAX_VALUE && enough(drivers)) {
                break;
            }
        }
        if (passedOver && bestFen >= boundFen) {
            leastFen = boundFen;
            return false;
        }
        return true;
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
            arrivalWeight = new int[stops * 2];
            changeAt = new int[stops * 2];
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
        return drivingSeconds <= (long) hours.secondsPerDriverPer24h() * drivers;
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
        if (lower > upper || usage != null && !usage.admitsSome(lower, upper, elapsed)) {
            return;
        }
        profile = profile(drivers);
        oneDayFen = PlanCosts.coachTripFen(pool.pool, drivers, loadedMetres, emptyMetres, 1);
        tryBestFirst(drivers, lower, upper);
        boolean found = bestFen < Long.MAX_VALUE && bestDrivers == drivers;
        if (!found || later > 0 || thorough) {
            tryDeparture(lower, drivers, upper);
        }
        if (!found || later < 0 || thorough) {
            tryDeparture(upper, drivers, upper);
            tryLatest(upper, lower, drivers);
        }
        if (thorough && !cheapest()) {
            // people who board first may wait while the coach's empty drive becomes a rest
            tryOnce(lower - marks.prolongedStop(), pool.availableFrom, upper, drivers);
            if (bestFen < Long.MAX_VALUE && bestDrivers == drivers) {
                moveToMarks(Math.max(lower - DepartureMarks.FARTHEST_SECONDS, pool.availableFrom), upper, drivers);
            }
        }
    }

    /** As long as that helps: so much earlier or later that the day at hand meets one of its marks. */
    private void moveToMarks(long lower, long upper, int drivers) {
        long before = Long.MAX_VALUE;
        while (bestFen < before) {
            before = bestFen;
            long around = bestLeave;
            simulate(around, true, drivers);
            for (long shift : marks.shifts(timeline, stops, earliest, latest)) {
                tryOnce(around + shift, lower, upper, drivers);
            }
        }
    }

    private void tryOnce(long leave, long lower, long upper, int drivers) {
        if (leave >= lower && leave <= upper) {
            tryDeparture(leave, drivers, leave);
        }
    }

    /** Profiles are remembered by the way: the same for all coaches of a depot and all people along it. */
    private DayProfile profile(int drivers) {
        long key = LegTask.mix(drivers * 2L + (exemptFromCurfew ? 1 : 0));
        key = LegTask.mix(key + pool.depot);
        for (int k = 0; k < stops; k++) {
            key = LegTask.mix(key + place(k));
        }
        int at = (int) key & profiles.length - 1;
        if (profiles[at] == null || profiles[at].key != key) {
            profiles[at] = new DayProfile(key, stops);
        }
        return profiles[at];
    }

    /** Departures of one day in the order of what they may cost at least, as long as one may be the best. */
    private void tryBestFirst(int drivers, long lower, long upper) {
        long first = -Math.floorDiv(-lower, (long) DayProfile.STEP_SECONDS) * DayProfile.STEP_SECONDS;
        long last = Math.min(upper, first + 86_400 - 1);
        int count = last < first ? 0 : (int) ((last - first) / DayProfile.STEP_SECONDS) + 1;
        int main = mainDrive();
        long untilMain = 0;
        int onBoard = 0;
        for (int k = 0; k < main; k++) {
            untilMain += driveSeconds[k] + in.rules.stopSeconds();
            onBoard += changeAt[k];
        }
        long driversFen = leastFen(drivers);
        for (int i = 0; i < count; i++) {
            int step = stepOfDay(first + i * DayProfile.STEP_SECONDS + untilMain);
            long delay = exemptFromCurfew ? 0 : least.delaySeconds(driveSeconds[main], drivers, step);
            estimate[i] = driversFen + fen(delay * onBoard);
        }
        for (int inVain = 0; inVain < mostInVain && !cheapest(); inVain++) {
            int next = 0;
            for (int i = 1; i < count; i++) {
                if (estimate[i] < estimate[next]) {
                    next = i;
                }
            }
            if (count == 0 || estimate[next] >= bestFen) {
                return;
            }
            estimate[next] = Long.MAX_VALUE;
            long before = bestFen;
            consider(first + (long) next * DayProfile.STEP_SECONDS, drivers, upper);
            if (bestFen < before) {
                inVain = 0;
            }
        }
    }

    /** The drive with the most passenger time. */
    private int mainDrive() {
        int main = 1;
        long most = -1;
        int onBoard = 0;
        for (int k = 1; k < stops; k++) {
            onBoard += changeAt[k - 1];
            long passengerSeconds = (long) onBoard * driveSeconds[k];
            if (passengerSeconds > most) {
                most = passengerSeconds;
                main = k;
            }
        }
        return main;
    }

    private static int stepOfDay(long moment) {
        return (int) Math.floorMod(moment + Instance.ZONE_OFFSET_SECONDS, 86_400L) / DayProfile.STEP_SECONDS;
    }

    private boolean cheapest() {
        return bestFen <= leastFen + ROUNDING_FEN;
    }

    /** Passenger seconds as a sum over stops, so that a departure is priced without looking at every rider. */
    private void weigh() {
        Arrays.fill(arrivalWeight, 0, stops, 0);
        Arrays.fill(changeAt, 0, stops, 0);
        later = 0;
        fixedSeconds = 0;
        waitingSeconds = 0;
        for (LegTask task : tasks) {
            int board = stopOf(task.board(), true);
            int alight = stopOf(task.alight(), false);
            changeAt[board] += task.headcount();
            changeAt[alight] -= task.headcount();
            if (task.first()) {
                arrivalWeight[board] -= task.headcount();
                fixedSeconds -= (long) task.headcount() * in.rules.stopSeconds();
                later -= task.headcount();
            } else {
                fixedSeconds -= task.headcount() * task.anchor();
                waitingSeconds += task.headcount() * (task.earliest() - task.anchor());
            }
            if (task.alightCounts()) {
                arrivalWeight[alight] += task.headcount();
                later += task.headcount();
            } else {
                fixedSeconds += task.headcount() * task.anchor();
                waitingSeconds += task.headcount() * (task.anchor() - task.latest());
            }
        }
    }

    /** Looks up what {@link #tryDeparture} would find by driving; only for departures that wait for nobody. */
    private void consider(long leave, int drivers, long upper) {
        int step = stepOfDay(leave);
        if (!profile.possible(
                step, timeline, driveMetres, driveSeconds, exemptFromCurfew, drivers, never(), unbounded())) {
            return;
        }
        int[] arrivals = profile.arrivals(step);
        long slack = Math.min(pool.availableUntil - leave - profile.end(step), upper - leave);
        long passengerSeconds = fixedSeconds + later * leave;
        for (int k = 0; k < stops; k++) {
            passengerSeconds += (long) arrivalWeight[k] * arrivals[k];
            if (latest[k] != Long.MAX_VALUE) {
                slack = Math.min(slack, latest[k] - leave - arrivals[k]);
            }
        }
        if (slack < 0) {
            return;
        }
        long busySeconds = profile.end(step) - profile.begin(step);
        long fixed =
                oneDayFen + (Math.max(1, (busySeconds + 86_399) / 86_400) - 1) * drivers * pool.pool.fenPerDriverDay();
        for (long shift = 0; shift <= slack; shift += 86_400) {
            long fen = fixed + fen(passengerSeconds + later * shift);
            if (fen < bestFen) {
                fen += dayShiftFen(leave + shift, arrivals) + changeFen(leave + shift, arrivals);
            }
            if (fen < bestFen
                    && (usage == null
                            || usage.admits(leave + shift + profile.begin(step), leave + shift + profile.end(step)))) {
                bestFen = fen;
                bestLeave = leave + shift;
                bestDrivers = drivers;
                bestFollows = null;
            }
        }
    }

    private long changeFen(long leave, int[] arrivals) {
        if (!in.problem.replans()) {
            return 0;
        }
        long changed = 0;
        for (LegTask task : tasks) {
            long departure = leave + arrivals[stopOf(task.board(), true)] + in.rules.stopSeconds();
            changed += task.group().told.changedOn(pool, task.board(), departure, task.headcount());
        }
        return changed * in.rules.weights().fenPerChangedBoarding();
    }

    private long dayShiftFen(long leave, int[] arrivals) {
        if (in.rules.weights().fenPerPassengerDayShift() == 0) {
            return 0;
        }
        long days = 0;
        for (LegTask task : tasks) {
            if (task.first()) {
                long departure = leave + arrivals[stopOf(task.board(), true)] + in.rules.stopSeconds();
                days += task.group().dayShift(departure, task.headcount());
            }
        }
        return days * in.rules.weights().fenPerPassengerDayShift();
    }

    private long fen(long passengerSeconds) {
        return (passengerSeconds * in.rules.weights().fenPerPassengerHour() + 1800) / 3600;
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

    private long[] unbounded() {
        if (unbounded.length < stops) {
            unbounded = filled(Long.MAX_VALUE);
        }
        return unbounded;
    }

    /** Nobody has to be waited for. */
    private long[] never() {
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
        return fen(passengerSeconds);
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

    private TripSchedule result(long marks) {
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
                loadedMetres,
                marks,
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
        timeline.simulate(
                schedule.leave(),
                driveMetres,
                driveSeconds,
                earliest,
                latest,
                stops,
                exemptFromCurfew,
                schedule.drivers());
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
