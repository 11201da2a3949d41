package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** Finds the ways for people of one group into a plan as it is: a coach of their own, seats on others, trains, flights. */
final class WaysIn {
    private static final int POOLS = 12;
    private static final int LARGER_COACHES = 3;
    private static final int RIDES = 8;
    /** About what a coach costs a metre; only to look at near stations first. */
    private static final long FEN_PER_FEEDER_METRE = 1;

    private final OpenPlan open;
    private final Instance in;
    private final GroupFact group;
    private final Tries tries;
    private final boolean together;

    /** @param together all of the people in one part; otherwise as many as fit, and a rest that can travel on its own */
    WaysIn(OpenPlan open, boolean together, Tries tries) {
        this.open = open;
        this.in = open.in;
        this.group = open.group;
        this.together = together;
        this.tries = tries;
    }

    /** Cheapest for a person first. */
    List<WayIn> find(int persons, int wheelchairs) {
        List<WayIn> ways = new ArrayList<>();
        long extraPart = group.pinnedParts > 0 ? in.rules.weights().fenPerExtraPart() : 0;
        if (group.direct) {
            for (WayIn.Seat seat : seats((n, w) -> LegTask.direct(group, n, w), new PartSize(persons, wheelchairs))) {
                ways.add(new WayIn(
                        open,
                        seat.task().headcount(),
                        seat.task().wheelchairs(),
                        null,
                        seat,
                        null,
                        seat.fen() + extraPart));
            }
        }
        for (RideOption ride : nearestRides(persons)) {
            WayIn way = ride(ride, persons, wheelchairs, extraPart);
            if (way != null) {
                ways.add(way);
            }
        }
        ways.sort(Comparator.comparingDouble(WayIn::fenPerPerson));
        return ways;
    }

    private List<RideOption> nearestRides(int persons) {
        return group.rides.stream()
                .sorted(Comparator.comparingLong((RideOption ride) -> in.rideFen(group, ride, persons)
                        + FEN_PER_FEEDER_METRE
                                * ((ride.feederOut() ? in.metres[group.from][ride.service().place[ride.board()]] : 0)
                                        + (ride.feederIn()
                                                ? in.metres[ride.service().place[ride.alight()]][group.to]
                                                : 0))))
                .limit(RIDES)
                .toList();
    }

    private WayIn ride(RideOption ride, int persons, int wheelchairs, long extraPart) {
        ServiceFact service = ride.service();
        int seats = Integer.MAX_VALUE;
        int spaces = Integer.MAX_VALUE;
        for (int s = ride.board(); s < ride.alight(); s++) {
            seats = Math.min(seats, service.unitLimit() * service.seatsPerUnit - service.pinnedLoad[s]);
            spaces = Math.min(spaces, service.unitLimit() * service.wheelchairsPerUnit - service.pinnedWheelchairs[s]);
        }
        PartSize size = size(persons, wheelchairs, seats, spaces);
        for (int round = 0; round < 3 && size != null; round++) {
            if (service.pinnedPassengers + size.persons() < service.minPassengers) {
                return null;
            }
            WayIn.Seat out = ride.feederOut() ? best((n, w) -> ride.taskOut(group, n, w), size, null) : null;
            OpenPlan.OpenTrip taken = out == null ? null : out.joined();
            WayIn.Seat back = ride.feederIn() ? best((n, w) -> ride.taskIn(group, n, w), size, taken) : null;
            if (ride.feederOut() && out == null || ride.feederIn() && back == null) {
                return null;
            }
            PartSize fits = new PartSize(
                    Math.min(aboard(out, size), aboard(back, size)), Math.min(users(out, size), users(back, size)));
            if (fits.equals(size)) {
                return new WayIn(
                        open,
                        size.persons(),
                        size.wheelchairs(),
                        ride,
                        out,
                        back,
                        extraPart
                                + in.rideFen(group, ride, size.persons())
                                + bookingFen(ride, size)
                                + (out == null ? 0 : out.fen())
                                + (back == null ? 0 : back.fen()));
            }
            size = size(persons, Math.min(wheelchairs, fits.wheelchairs()), fits.persons(), fits.wheelchairs());
        }
        return null;
    }

    private static int aboard(WayIn.Seat seat, PartSize size) {
        return seat == null ? size.persons() : seat.task().headcount();
    }

    private static int users(WayIn.Seat seat, PartSize size) {
        return seat == null ? size.wheelchairs() : seat.task().wheelchairs();
    }

    /** What the booking grows by. */
    private static long bookingFen(RideOption ride, PartSize size) {
        ServiceFact service = ride.service();
        int[] persons = service.pinnedLoad.clone();
        int[] wheelchairs = service.pinnedWheelchairs.clone();
        int before = service.units(persons, wheelchairs, service.pinnedPassengers);
        for (int s = ride.board(); s < ride.alight(); s++) {
            persons[s] += size.persons();
            wheelchairs[s] += size.wheelchairs();
        }
        int passengers = service.pinnedPassengers + size.persons();
        return service.costFen(service.units(persons, wheelchairs, passengers), passengers)
                - service.costFen(before, service.pinnedPassengers);
    }

    /** @param except a trip that they ride already, or null */
    private WayIn.Seat best(BiFunction<Integer, Integer, LegTask> task, PartSize wanted, OpenPlan.OpenTrip except) {
        return seats(task, wanted).stream()
                .filter(seat -> except == null || seat.joined() != except)
                .min(Comparator.comparingDouble(
                        seat -> (double) seat.fen() / seat.task().headcount()))
                .orElse(null);
    }

    private List<WayIn.Seat> seats(BiFunction<Integer, Integer, LegTask> task, PartSize wanted) {
        LegTask whole = task.apply(wanted.persons(), wanted.wheelchairs());
        PoolFact[] pools = pools(whole);
        List<WayIn.Seat> seats = new ArrayList<>();
        for (PoolFact pool : pools) {
            add(seats, null, pool, List.of(), 0, 0, task, wanted);
        }
        for (OpenPlan.OpenTrip trip : open.trips) {
            if (!worthJoining(trip, whole)) {
                continue;
            }
            List<LegTask> tasks = trip.tasks();
            boolean joins = add(seats, trip, trip.pool(), tasks, trip.load(), trip.wheelchairs(), task, wanted);
            int larger = 0;
            for (int p = 0; !joins && p < pools.length && larger < LARGER_COACHES; p++) {
                if (pools[p].pool.approvedSeats() > trip.pool().pool.approvedSeats()) {
                    larger++;
                    add(seats, trip, pools[p], tasks, trip.load(), trip.wheelchairs(), task, wanted);
                }
            }
        }
        return seats;
    }

    /** A trip that nobody of the group rides yet, goes the same way roughly, and does not serve others far away. */
    private boolean worthJoining(OpenPlan.OpenTrip trip, LegTask whole) {
        long start = Integer.MAX_VALUE;
        long end = Integer.MAX_VALUE;
        for (OpenPlan.Rider rider : trip.riders()) {
            if (rider.task().group() == group) {
                return false;
            }
            start = Math.min(start, metres(whole.board(), rider.task().board()));
            end = Math.min(end, metres(rider.task().alight(), whole.alight()));
        }
        return start + end <= Math.max(in.rules.maxFeederMetres(), metres(whole.board(), whole.alight()) / 2);
    }

    private long metres(int from, int to) {
        return in.reachable(from, to) ? in.metres[from][to] : Integer.MAX_VALUE;
    }

    private boolean add(
            List<WayIn.Seat> seats,
            OpenPlan.OpenTrip joined,
            PoolFact pool,
            List<LegTask> others,
            int load,
            int wheelchairs,
            BiFunction<Integer, Integer, LegTask> task,
            PartSize wanted) {
        PartSize before = null;
        for (int drivers = 1; drivers <= in.rules.maxDrivers(); drivers++) {
            PartSize size = size(
                    wanted.persons(),
                    wanted.wheelchairs(),
                    pool.seats(drivers) - load,
                    pool.pool.wheelchairSpaces() - wheelchairs);
            if (size == null) {
                return false;
            }
            // the scheduler tries more drivers itself as long as there are seats for them
            if (size.equals(before)) {
                continue;
            }
            before = size;
            if (!tries.one()) {
                return false;
            }
            LegTask own = task.apply(size.persons(), size.wheelchairs());
            TripSchedule after = open.scheduler.schedule(
                    pool, with(others, own), open.usage(pool, joined == null ? null : joined.trip()));
            if (after != null) {
                seats.add(new WayIn.Seat(joined, after, own, after.costFen() - (joined == null ? 0 : joined.fen())));
                return true;
            }
        }
        return false;
    }

    private PartSize size(int persons, int wheelchairs, int seats, int spaces) {
        if (together) {
            return persons <= seats && wheelchairs <= spaces ? new PartSize(persons, wheelchairs) : null;
        }
        return PartSize.largest(group, persons, wheelchairs, seats, spaces);
    }

    static List<LegTask> with(List<LegTask> tasks, LegTask task) {
        List<LegTask> all = new ArrayList<>(tasks);
        all.add(task);
        all.sort(TripScheduler.CANONICAL);
        return all;
    }

    /** At home at either end where that is asked for, cheapest way from the depot and back first. */
    private PoolFact[] pools(LegTask task) {
        return in.pools.stream()
                .filter(pool -> atHome(pool, task)
                        && in.reachable(pool.depot, task.board())
                        && in.reachable(task.alight(), pool.depot))
                .sorted(Comparator.comparingDouble(pool -> pool.pool.dispatchFen()
                        + ((double) in.metres[pool.depot][task.board()] + in.metres[task.alight()][pool.depot])
                                * pool.pool.fenPerEmptyKm()
                                / 1000))
                .limit(POOLS)
                .toArray(PoolFact[]::new);
    }

    private boolean atHome(PoolFact pool, LegTask task) {
        String home = pool.pool.homePrefecture();
        return !in.homeEndApplies()
                || in.prefectures[task.board()].equals(home)
                || in.prefectures[task.alight()].equals(home);
    }
}
