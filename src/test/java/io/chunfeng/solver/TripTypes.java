package io.chunfeng.solver;

import io.chunfeng.plan.PlanCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Every kind of coach trip of a problem: an order of stops, the quarter of an hour in which the coach leaves its last
 * boarding place, a pool and a number of drivers, with a cost that is never too high. Kinds that another one beats in every
 * respect are left out.
 */
final class TripTypes {
    /** Width of the moments of departure that are taken together. */
    private static final int SLOT_SECONDS = 900;

    /**
     * @param fixedFen dispatch, kilometres and the drivers' days that no schedule undercuts
     * @param personFen of each task: passenger hours and days off the wished date that no schedule undercuts; infinite
     *     where it cannot ride
     */
    record Type(BoundTask[] tasks, double fixedFen, double[] personFen, int seats) {
        private boolean beats(Type other) {
            return seats >= other.seats && fixedFen <= other.fixedFen && noDearer(personFen, other.personFen);
        }
    }

    private final Instance in;
    private final LeastTime time;
    private final double fenPerSecond;
    private final Map<List<BoundTask>, List<Type>> byTasks = new HashMap<>();

    private TripTypes(Instance in) {
        this.in = in;
        this.time = new LeastTime(in.rules);
        this.fenPerSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
    }

    /** @param until nanoseconds of {@link System#nanoTime} */
    static List<Type> of(Instance in, List<BoundTask> tasks, long until) {
        TripTypes types = new TripTypes(in);
        new TripShapes(in, tasks, until).forEach(types::add);
        List<Type> all = new ArrayList<>();
        types.byTasks.values().forEach(all::addAll);
        return all;
    }

    private static boolean noDearer(double[] some, double[] others) {
        for (int i = 0; i < some.length; i++) {
            if (some[i] > others[i]) {
                return false;
            }
        }
        return true;
    }

    private void add(TripShapes.Shape found) {
        TripShapes.Shape shape = sorted(found);
        for (int drivers = shape.leastDrivers(); drivers <= in.rules.maxDrivers(); drivers++) {
            List<double[]> personFens = slots(shape, drivers);
            if (personFens.isEmpty()) {
                continue;
            }
            for (PoolFact pool : in.pools) {
                double fixed = pool.seats(drivers) > 0 && home(pool, shape.places())
                        ? fixedFen(shape, pool, drivers)
                        : Double.POSITIVE_INFINITY;
                if (fixed < Double.POSITIVE_INFINITY) {
                    for (double[] personFen : personFens) {
                        add(new Type(shape.tasks().toArray(BoundTask[]::new), fixed, personFen, pool.seats(drivers)));
                    }
                }
            }
            if (!in.rules.driverHours().enabled()) {
                return;
            }
        }
    }

    /** Tasks in one order whatever the order of stops, so that types can be compared. */
    private static TripShapes.Shape sorted(TripShapes.Shape shape) {
        int[] order = IntStream.range(0, shape.tasks().size())
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        shape.tasks().get(a).row(), shape.tasks().get(b).row()))
                .mapToInt(i -> i)
                .toArray();
        return new TripShapes.Shape(
                shape.places(),
                shape.boards(),
                shape.loadedMetres(),
                shape.leastDrivers(),
                shape.exempt(),
                Arrays.stream(order).mapToObj(shape.tasks()::get).toList(),
                Arrays.stream(order).map(i -> shape.boardAt()[i]).toArray(),
                Arrays.stream(order).map(i -> shape.alightAt()[i]).toArray());
    }

    private void add(Type type) {
        List<Type> rivals = byTasks.computeIfAbsent(Arrays.asList(type.tasks), none -> new ArrayList<>());
        if (rivals.stream().noneMatch(rival -> rival.beats(type))) {
            rivals.removeIf(type::beats);
            rivals.add(type);
        }
    }

    private boolean home(PoolFact pool, int[] places) {
        return !in.homeEndApplies()
                || Arrays.stream(places).anyMatch(place -> in.prefectures[place].equals(pool.pool.homePrefecture()));
    }

    private long[] legs(int[] places, int from, int to) {
        long[] legs = new long[to - from];
        for (int k = from; k < to; k++) {
            legs[k - from] = in.seconds[places[k]][places[k + 1]];
        }
        return legs;
    }

    private double fixedFen(TripShapes.Shape shape, PoolFact pool, int drivers) {
        int[] places = shape.places();
        int first = places[0];
        int last = places[places.length - 1];
        if (pool.depot != first && !in.reachable(pool.depot, first)
                || pool.depot != last && !in.reachable(last, pool.depot)) {
            return Double.POSITIVE_INFINITY;
        }
        int[] round = new int[places.length + 2];
        round[0] = pool.depot;
        round[places.length + 1] = pool.depot;
        System.arraycopy(places, 0, round, 1, places.length);
        long busy = time.shortest(legs(round, 0, round.length - 1), drivers, shape.exempt());
        if (busy > pool.availableUntil - pool.availableFrom) {
            return Double.POSITIVE_INFINITY;
        }
        long empty = (pool.depot == first ? 0L : in.metres[pool.depot][first])
                + (pool.depot == last ? 0L : in.metres[last][pool.depot]);
        return PlanCosts.coachTripFen(pool.pool, drivers, shape.loadedMetres(), empty, busy);
    }

    /** What each task costs in each slot, without slots that another one beats. */
    private List<double[]> slots(TripShapes.Shape shape, int drivers) {
        int n = shape.tasks().size();
        int last = shape.boards() - 1;
        long[] before = new long[n];
        long[] shortest = new long[n];
        Set<Long> slots = new HashSet<>();
        for (int i = 0; i < n; i++) {
            before[i] = Arrays.stream(legs(shape.places(), shape.boardAt()[i], last))
                            .sum()
                    + (long) (last - shape.boardAt()[i]) * in.rules.stopSeconds();
            shortest[i] = time.shortest(
                    legs(shape.places(), shape.boardAt()[i], shape.alightAt()[i]), drivers, shape.exempt());
            BoundTask task = shape.tasks().get(i);
            long until = task.latest() - shortest[i] + before[i];
            for (long slot = Math.floorDiv(task.earliest() + before[i], SLOT_SECONDS);
                    slot * SLOT_SECONDS <= until;
                    slot++) {
                slots.add(slot);
            }
        }
        List<double[]> best = new ArrayList<>();
        for (long slot : slots) {
            double[] fen = slot(shape, drivers, slot * SLOT_SECONDS, before, shortest);
            if (fen != null && best.stream().noneMatch(rival -> noDearer(rival, fen))) {
                best.removeIf(rival -> noDearer(fen, rival));
                best.add(fen);
            }
        }
        return best;
    }

    /** Null when some stop is left without anybody. */
    private double[] slot(TripShapes.Shape shape, int drivers, long from, long[] before, long[] shortest) {
        int last = shape.boards() - 1;
        int stops = shape.places().length;
        long to = from + SLOT_SECONDS - 1;
        long[] arrival = new long[stops];
        for (int a = shape.boards(); a < stops; a++) {
            arrival[a] = time.end(from, legs(shape.places(), last, a), drivers, shape.exempt());
        }
        double[] fen = new double[shape.tasks().size()];
        boolean[] used = new boolean[stops];
        for (int i = 0; i < fen.length; i++) {
            BoundTask task = shape.tasks().get(i);
            long earliestArrival = Math.max(arrival[shape.alightAt()[i]], task.earliest() + shortest[i]);
            if (task.earliest() + before[i] > to || earliestArrival > task.latest()) {
                fen[i] = Double.POSITIVE_INFINITY;
                continue;
            }
            used[shape.boardAt()[i]] = true;
            used[shape.alightAt()[i]] = true;
            long ride = Math.max(shortest[i], arrival[shape.alightAt()[i]] - to + before[i]);
            fen[i] = (ride + task.waitSeconds()) * fenPerSecond + dayShiftFen(task, from - before[i], to - before[i]);
        }
        for (boolean stop : used) {
            if (!stop) {
                return null;
            }
        }
        return fen;
    }

    /**
     * Of a journey that begins with this coach: days between the departure and the wished date, or the waiting on board
     * that makes up for them.
     *
     * @param from,to the coach goes on from the boarding place between these moments if nobody waits
     */
    private double dayShiftFen(BoundTask task, long from, long to) {
        GroupFact group = task.group();
        if (!task.first() || group.preferredDay == GroupFact.NO_PREFERRED_DAY) {
            return 0;
        }
        double fenPerDay = in.rules.weights().fenPerPassengerDayShift();
        long early = group.preferredDay - Instance.localDay(to);
        long late = Instance.localDay(from) - group.preferredDay;
        double least = Math.max(0, Math.max(early, late)) * fenPerDay;
        for (long day = 1; day <= late; day++) {
            long midnight = (Instance.localDay(from) - day + 1) * LeastTime.DAY_SECONDS - 8 * 3600;
            least = Math.min(least, (late - day) * fenPerDay + (from - midnight) * fenPerSecond);
        }
        return least;
    }
}
