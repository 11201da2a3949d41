package io.chunfeng.solver;

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
    /** Problems so small are searched with the best departures from the beginning; in others they are found at the end. */
    private static final int FEW_GROUPS = 60;

    static final Comparator<LegTask> CANONICAL = Comparator.<LegTask>comparingInt(t -> t.group().index)
            .thenComparing(LegTask::kind)
            .thenComparingLong(LegTask::anchor)
            .thenComparingInt(LegTask::headcount)
            .thenComparingInt(LegTask::wheelchairs);

    private final Instance in;
    private final TripMemory memory;
    private final TripLayout trip;
    private final DepartureCost cost;
    private final DepartureSearch departures;

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
        this.memory = new TripMemory(memorySize);
        this.trip = new TripLayout(in);
        this.cost = new DepartureCost(in, trip);
        this.departures = new DepartureSearch(in, trip, cost, thorough, memorySize / 16);
    }

    /**
     * The cheapest valid trip of the pool for these riders, or null when there is none.
     *
     * @param riders in canonical order, not empty
     * @param usage the pool's other trips, or null when they do not matter
     */
    TripSchedule schedule(PoolFact of, List<LegTask> riders, PoolUsage usage) {
        return schedule(of, riders, null, () -> usage, Long.MAX_VALUE);
    }

    /**
     * The same, or null when it would cost {@code boundFen} or more.
     *
     * @param like a trip with nearly the same riders, whose order of stops is kept where there are many; or null
     * @param usage asked only when there is a trip that is cheap enough
     */
    TripSchedule schedule(
            PoolFact of, List<LegTask> riders, TripSchedule like, Supplier<PoolUsage> usage, long boundFen) {
        long marks = 0;
        for (LegTask task : riders) {
            marks += task.mark();
        }
        return answer(of, marks, () -> riders, like, usage, boundFen);
    }

    /** A trip with one more rider, in a coach of the pool; null when there is none or it would cost too much. */
    TripSchedule with(PoolFact of, TripSchedule trip, LegTask more, Supplier<PoolUsage> usage, long boundFen) {
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
            Supplier<PoolUsage> usage,
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
        PoolUsage others = usage.get();
        if (others == null || others.admits(schedule.busyFrom(), schedule.busyUntil())) {
            return schedule;
        }
        schedule = work(of, marks, riders.get(), schedule, others, boundFen).schedule();
        return schedule == null || schedule.costFen() >= boundFen ? null : schedule;
    }

    private TripMemory.Known work(
            PoolFact of, long marks, List<LegTask> riders, TripSchedule like, PoolUsage others, long boundFen) {
        long key = TripMemory.key(of, marks);
        trip.take(of, riders);
        if (!trip.find(like)) {
            return new TripMemory.Known(key, Long.MAX_VALUE, true, null);
        }
        boolean settled = departures.settle(others, boundFen);
        DepartureTrials best = departures.trials();
        return new TripMemory.Known(
                key, departures.leastFen(), settled, settled && best.found() ? schedule(best, marks) : null);
    }

    private TripSchedule schedule(DepartureTrials best, long marks) {
        trip.follow(best.bestFollows());
        trip.simulate(best.bestLeave(), true, best.bestDrivers());
        return new TripSchedule(
                trip.pool,
                trip.tasks,
                Arrays.copyOf(trip.order.boards, trip.order.boardCount),
                Arrays.copyOf(trip.order.alights, trip.order.alightCount),
                best.bestDrivers(),
                best.bestLeave(),
                trip.timeline.begin(),
                trip.timeline.end(),
                trip.load,
                trip.loadedMetres,
                marks,
                cost.coachFen(best.bestDrivers()),
                cost.timeFen(0),
                cost.dayShiftFen(0),
                cost.changeFen(0),
                trip.follows);
    }

    /** A schedule with every event. */
    UnfoldedTrip unfold(TripSchedule schedule) {
        trip.take(schedule.pool(), schedule.tasks());
        trip.order.set(schedule.boards(), schedule.alights());
        trip.follow(schedule.follows());
        trip.timeline.simulate(
                schedule.leave(),
                trip.driveMetres,
                trip.driveSeconds,
                trip.earliest,
                trip.latest,
                trip.stops,
                trip.exemptFromCurfew,
                schedule.drivers());
        int stops = trip.stops;
        String[] places = new String[stops + 2];
        places[0] = in.placeIds[trip.pool.depot];
        places[stops + 1] = places[0];
        long[] arrivals = new long[stops];
        long[] departures = new long[stops];
        for (int k = 0; k < stops; k++) {
            places[k + 1] = in.placeIds[trip.place(k)];
            arrivals[k] = trip.timeline.arrival(k);
            departures[k] = trip.timeline.departure(k);
        }
        return new UnfoldedTrip(
                schedule,
                trip.loadedMetres,
                trip.emptyMetres,
                trip.timeline.events(places, trip.driveMetres, trip.driveSeconds),
                arrivals,
                departures);
    }
}
