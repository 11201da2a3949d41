package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.PlanCosts;
import java.util.Arrays;

/**
 * What the trip at hand costs, in fen: at least, whenever it leaves; on the day that its timeline holds; and by a sum over
 * its stops. One instance a thread.
 */
final class DepartureCost {
    private final Instance in;
    private final TripLayout trip;
    private final DutyTimeline timeline;
    private final LeastElapsed least;

    private int[] arrivalWeight = new int[8];
    /** Persons who board, less those who alight. */
    private int[] changeAt = new int[8];
    /** Passenger seconds that a departure one second later adds. */
    private long later;

    private long fixedSeconds;
    /** At stations and airports, at least. */
    private long waitingSeconds;

    DepartureCost(Instance in, TripLayout trip) {
        this.in = in;
        this.trip = trip;
        this.timeline = trip.timeline;
        this.least = LeastElapsed.of(in.rules);
    }

    /** Passenger seconds as a sum over stops, so that a departure is priced without looking at every rider. */
    void weigh() {
        if (changeAt.length < trip.stops) {
            arrivalWeight = new int[trip.stops * 2];
            changeAt = new int[trip.stops * 2];
        }
        Arrays.fill(arrivalWeight, 0, trip.stops, 0);
        Arrays.fill(changeAt, 0, trip.stops, 0);
        later = 0;
        fixedSeconds = 0;
        waitingSeconds = 0;
        for (LegTask task : trip.tasks) {
            int board = trip.stopOf(task.board(), true);
            int alight = trip.stopOf(task.alight(), false);
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

    /** Passenger seconds that a departure one second later adds. */
    long later() {
        return later;
    }

    /** No departure costs less than this, but for a few fen of rounding. */
    long leastFen() {
        long best = Long.MAX_VALUE;
        for (int drivers = trip.minDrivers(); drivers <= trip.maxDrivers(); drivers++) {
            best = Math.min(best, leastFen(drivers));
            if (trip.enough(drivers)) {
                break;
            }
        }
        return best;
    }

    long leastFen(int drivers) {
        long busySeconds = 0;
        long passengerSeconds = waitingSeconds;
        int onBoard = 0;
        for (int k = 0; k <= trip.stops; k++) {
            int driving = trip.driveSeconds[k];
            long drive = trip.exemptFromCurfew ? driving : least.seconds(driving, drivers);
            busySeconds += drive;
            passengerSeconds += onBoard * drive;
            if (k < trip.stops) {
                passengerSeconds += (long) Math.min(onBoard, onBoard + changeAt[k]) * in.rules.stopSeconds();
                busySeconds += in.rules.stopSeconds();
                onBoard += changeAt[k];
            }
        }
        return oneDayFen(drivers) + furtherDaysFen(busySeconds, drivers) + fen(passengerSeconds);
    }

    /**
     * What departures cost at least by the quarter of an hour in which the drive with the most passenger time begins.
     *
     * @param first the first of the departures, which are a step of the day profile apart
     * @param into as many as there are departures
     */
    void estimate(long first, int drivers, long[] into, int count) {
        int main = mainDrive();
        long untilMain = 0;
        int onBoard = 0;
        for (int k = 0; k < main; k++) {
            untilMain += trip.driveSeconds[k] + in.rules.stopSeconds();
            onBoard += changeAt[k];
        }
        long driversFen = leastFen(drivers);
        for (int i = 0; i < count; i++) {
            int step = DayProfile.stepOfDay(first + i * DayProfile.STEP_SECONDS + untilMain);
            long delay = trip.exemptFromCurfew ? 0 : least.delaySeconds(trip.driveSeconds[main], drivers, step);
            into[i] = driversFen + fen(delay * onBoard);
        }
    }

    /** The drive with the most passenger time. */
    private int mainDrive() {
        int main = 1;
        long most = -1;
        int onBoard = 0;
        for (int k = 1; k < trip.stops; k++) {
            onBoard += changeAt[k - 1];
            long passengerSeconds = (long) onBoard * trip.driveSeconds[k];
            if (passengerSeconds > most) {
                most = passengerSeconds;
                main = k;
            }
        }
        return main;
    }

    /** The coach, where it is away for no more than a day. */
    long oneDayFen(int drivers) {
        return PlanCosts.coachTripFen(trip.pool.pool, drivers, trip.loadedMetres, trip.emptyMetres, 1);
    }

    /** The drivers after the first day. */
    long furtherDaysFen(long busySeconds, int drivers) {
        long days = Math.max(1, (busySeconds + 86_399) / 86_400);
        return (days - 1) * drivers * trip.pool.pool.fenPerDriverDay();
    }

    /** @param arrivals seconds from leaving to reaching each stop */
    long passengerSeconds(long leave, int[] arrivals) {
        long passengerSeconds = fixedSeconds + later * leave;
        for (int k = 0; k < trip.stops; k++) {
            passengerSeconds += (long) arrivalWeight[k] * arrivals[k];
        }
        return passengerSeconds;
    }

    long changeFen(long leave, int[] arrivals) {
        if (!in.problem.replans()) {
            return 0;
        }
        long changed = 0;
        for (LegTask task : trip.tasks) {
            long departure = leave + arrivals[trip.stopOf(task.board(), true)] + in.rules.stopSeconds();
            changed += task.group().told.changedOn(trip.pool, task.board(), departure, task.headcount());
        }
        return changed * in.rules.weights().fenPerChangedBoarding();
    }

    long dayShiftFen(long leave, int[] arrivals) {
        if (in.rules.weights().fenPerPassengerDayShift() == 0) {
            return 0;
        }
        long days = 0;
        for (LegTask task : trip.tasks) {
            if (task.first()) {
                long departure = leave + arrivals[trip.stopOf(task.board(), true)] + in.rules.stopSeconds();
                days += task.group().dayShift(departure, task.headcount());
            }
        }
        return days * in.rules.weights().fenPerPassengerDayShift();
    }

    long fen(long passengerSeconds) {
        return (passengerSeconds * in.rules.weights().fenPerPassengerHour() + 1800) / 3600;
    }

    /** The coach on the day at hand. */
    long coachFen(int drivers) {
        return PlanCosts.coachTripFen(
                trip.pool.pool, drivers, trip.loadedMetres, trip.emptyMetres, timeline.end() - timeline.begin());
    }

    /** @param shift seconds by which everything is later than on the day at hand */
    long timeFen(long shift) {
        long passengerSeconds = 0;
        for (LegTask task : trip.tasks) {
            long from = task.first() ? timeline.departure(trip.stopOf(task.board(), true)) + shift : task.anchor();
            long to = task.alightCounts() ? timeline.arrival(trip.stopOf(task.alight(), false)) + shift : task.anchor();
            passengerSeconds += (to - from) * task.headcount();
        }
        return fen(passengerSeconds);
    }

    long dayShiftFen(long shift) {
        long days = 0;
        for (LegTask task : trip.tasks) {
            if (task.first()) {
                long departure = timeline.departure(trip.stopOf(task.board(), true)) + shift;
                days += task.group().dayShift(departure, task.headcount());
            }
        }
        return days * in.rules.weights().fenPerPassengerDayShift();
    }

    long changeFen(long shift) {
        if (!in.problem.replans()) {
            return 0;
        }
        long changed = 0;
        for (LegTask task : trip.tasks) {
            long departure = timeline.departure(trip.stopOf(task.board(), true)) + shift;
            changed += task.group().told.changedOn(trip.pool, task.board(), departure, task.headcount());
        }
        return changed * in.rules.weights().fenPerChangedBoarding();
    }
}
