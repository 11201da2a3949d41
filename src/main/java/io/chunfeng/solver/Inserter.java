package io.chunfeng.solver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Finds the cheapest way for people to travel, given everything that is already planned. */
final class Inserter {
    /** Chance to overlook a choice, so that the same state is not always answered in the same way. */
    private static final double BLINK = 0.02;

    /** More than any journey costs: leaving people behind is worse than every price. */
    private static final double STRANDED_FEN = 1e9;

    private final Instance in;
    private final TripScheduler scheduler;
    private final RandomGenerator random;
    private final CandidatePools pools;
    private final NearbyTrips trips;
    private final Map<GroupFact, Double> reference = new HashMap<>();

    /** Services that may not be used in this round, and those whose fixed cost is shared out over all seats. */
    private final Set<ServiceFact> closed = new HashSet<>();

    private final Set<ServiceFact> subsidised = new HashSet<>();

    Inserter(
            Instance in, TripScheduler scheduler, CandidatePools pools, Neighbours neighbours, RandomGenerator random) {
        this.trips = new NearbyTrips(neighbours);
        this.in = in;
        this.scheduler = scheduler;
        this.pools = pools;
        this.random = random;
    }

    /** Share of a coach's cost that its free seats are forgiven: who comes next may fill them. */
    private double hope;

    /**
     * @param replaces the slot whose riders move to {@code slot}, or {@link Itinerary#NONE}
     * @param deltaFen what the coaches cost more, free seats forgiven as far as hoped
     */
    private record CoachChoice(int slot, int replaces, TripSchedule after, double deltaFen) {}

    private record Choice(Itinerary itinerary, CoachChoice out, CoachChoice in, double rankFen) {}

    /** @param hope 0 to below 1: share of a coach's cost that its free seats are forgiven in this round */
    void reset(double hope) {
        this.hope = hope;
        closed.clear();
        subsidised.clear();
    }

    /** Share of the coach's cost that counts with so many people on it. */
    private double counted(int seats, int load) {
        return 1 - hope * (seats - load) / seats;
    }

    private double countedFen(TripSchedule trip) {
        return trip.costFen() * counted(trip.pool().seats(trip.drivers()), trip.load());
    }

    void close(ServiceFact service) {
        closed.add(service);
    }

    void subsidise(ServiceFact service) {
        subsidised.add(service);
    }

    /** Inserts as many people of each group as possible, in the order given. */
    void insertAll(Roster roster, List<GroupFact> groups) {
        for (GroupFact group : groups) {
            insert(roster, group);
        }
    }

    private void insert(Roster roster, GroupFact group) {
        int remaining;
        // fewer than the smallest part stay behind whatever coach could take them (H15)
        while ((remaining = roster.remaining(group)) >= Math.max(1, group.minPart)) {
            int part = roster.freePart(group);
            if (part < 0) {
                return;
            }
            Choice best = best(roster, group, remaining, roster.remainingWheelchairs(group));
            if (best == null) {
                return;
            }
            apply(roster, part, best);
        }
    }

    private void apply(Roster roster, int part, Choice choice) {
        for (CoachChoice coach : new CoachChoice[] {choice.out, choice.in}) {
            if (coach != null && coach.replaces != Itinerary.NONE) {
                transfer(roster, coach.replaces, coach.slot);
            }
        }
        if (choice.out != null) {
            roster.changeTrip(choice.out.slot, choice.out.after);
        }
        if (choice.in != null) {
            roster.changeTrip(choice.in.slot, choice.in.after);
        }
        roster.changePart(part, choice.itinerary);
    }

    /** Moves everybody of a slot to an empty one. */
    static void transfer(Roster roster, int fromSlot, int toSlot) {
        for (int part : roster.riders(fromSlot).toArray()) {
            roster.changePart(part, roster.itinerary(part).with(fromSlot, toSlot));
        }
        roster.changeTrip(fromSlot, null);
    }

    private Choice best(Roster roster, GroupFact group, int remaining, int wheelchairs) {
        Choice best = null;
        double extraPart =
                roster.partsInUse(group) == 0 ? 0 : in.rules.weights().fenPerExtraPart();
        if (group.direct) {
            Wanted wanted = new Wanted(group, null, true, remaining, wheelchairs);
            CoachChoice coach = bestCoach(roster, wanted, Double.POSITIVE_INFINITY);
            if (coach != null) {
                LegTask task = taken(coach, group);
                best = new Choice(
                        new Itinerary(task.headcount(), task.wheelchairs(), null, coach.slot, Itinerary.NONE, 0),
                        coach,
                        null,
                        extraPart + coach.deltaFen + rest(group, remaining - task.headcount()));
            }
        }
        for (RideOption ride : group.rides) {
            if (!closed.contains(ride.service()) && random.nextDouble() >= BLINK) {
                Choice choice = ride(
                        roster,
                        group,
                        ride,
                        remaining,
                        wheelchairs,
                        extraPart,
                        best == null ? Double.POSITIVE_INFINITY : best.rankFen);
                if (choice != null && (best == null || choice.rankFen < best.rankFen)) {
                    best = choice;
                }
            }
        }
        return best;
    }

    private Choice ride(
            Roster roster,
            GroupFact group,
            RideOption ride,
            int remaining,
            int wheelchairs,
            double extraPart,
            double bound) {
        ServiceFact service = ride.service();
        Roster.Load load = roster.load(service);
        int seats = Integer.MAX_VALUE;
        int spaces = Integer.MAX_VALUE;
        for (int s = ride.board(); s < ride.alight(); s++) {
            seats = Math.min(seats, service.unitLimit() * service.seatsPerUnit - load.persons[s]);
            spaces = Math.min(spaces, service.unitLimit() * service.wheelchairsPerUnit - load.wheelchairs[s]);
        }
        PartSize size = PartSize.largest(group, remaining, wheelchairs, seats, spaces);
        if (size == null) {
            return null;
        }
        for (int round = 0; round < 2; round++) {
            int headcount = size.persons();
            int users = size.wheelchairs();
            long rideFen = in.rideFen(group, ride, headcount);
            double cost = extraPart
                    + serviceFen(service, load, ride, headcount, users)
                    + rideFen
                    + rest(group, remaining - headcount);
            if (cost >= bound) {
                return null;
            }
            CoachChoice out = null;
            if (ride.feederOut()) {
                out = bestCoach(roster, new Wanted(group, ride, true, headcount, users), bound - cost);
                if (out == null) {
                    return null;
                }
                cost += out.deltaFen;
            }
            CoachChoice back = null;
            if (ride.feederIn()) {
                back = bestCoach(roster, new Wanted(group, ride, false, headcount, users), bound - cost);
                if (back == null) {
                    return null;
                }
                cost += back.deltaFen;
            }
            if (out != null && back != null && collide(roster, out, back)) {
                return null;
            }
            LegTask outTask = out == null ? null : taken(out, group);
            LegTask backTask = back == null ? null : taken(back, group);
            int fits = Math.min(
                    outTask == null ? headcount : outTask.headcount(),
                    backTask == null ? headcount : backTask.headcount());
            int fitsUsers = Math.min(
                    outTask == null ? users : outTask.wheelchairs(), backTask == null ? users : backTask.wheelchairs());
            if (fits == headcount && fitsUsers == users) {
                return cost >= bound
                        ? null
                        : new Choice(
                                new Itinerary(
                                        headcount,
                                        users,
                                        ride,
                                        out == null ? Itinerary.NONE : out.slot,
                                        back == null ? Itinerary.NONE : back.slot,
                                        rideFen),
                                out,
                                back,
                                cost);
            }
            size = PartSize.largest(group, remaining, Math.min(wheelchairs, fitsUsers), fits, fitsUsers);
            if (size == null) {
                return null;
            }
        }
        return null;
    }

    /** Both coaches were chosen without regard to each other. */
    private static boolean collide(Roster roster, CoachChoice out, CoachChoice back) {
        return out.slot == back.slot
                || out.replaces != Itinerary.NONE && (out.replaces == back.replaces || out.replaces == back.slot)
                || back.replaces != Itinerary.NONE && back.replaces == out.slot
                || out.after.pool() == back.after.pool() && roster.spareCoaches(out.after.pool()) < 2;
    }

    /** What the service's booking grows by. */
    private double serviceFen(ServiceFact service, Roster.Load load, RideOption ride, int headcount, int users) {
        if (subsidised.contains(service)) {
            double perSeat =
                    (service.fenPerUnit + service.serviceFen / (double) service.unitLimit()) / service.seatsPerUnit;
            return headcount * (perSeat + service.fenPerPassenger);
        }
        long before = service.costFen(service.units(load.persons, load.wheelchairs, load.passengers), load.passengers);
        int[] persons = load.persons.clone();
        int[] wheelchairs = load.wheelchairs.clone();
        for (int s = ride.board(); s < ride.alight(); s++) {
            persons[s] += headcount;
            wheelchairs[s] += users;
        }
        int passengers = load.passengers + headcount;
        return service.costFen(service.units(persons, wheelchairs, passengers), passengers) - before;
    }

    /** People looking for a seat on one coach. */
    private record Wanted(GroupFact group, RideOption ride, boolean outbound, int headcount, int wheelchairs) {
        LegTask task(int persons, int users) {
            if (ride == null) {
                return LegTask.direct(group, persons, users);
            }
            return outbound ? ride.taskOut(group, persons, users) : ride.taskIn(group, persons, users);
        }
    }

    private static LegTask taken(CoachChoice coach, GroupFact group) {
        for (LegTask task : coach.after.tasks()) {
            if (task.group() == group) {
                return task;
            }
        }
        throw new IllegalStateException("the trip was not made for " + group);
    }

    private CoachChoice bestCoach(Roster roster, Wanted wanted, double bound) {
        LegTask whole = wanted.task(wanted.headcount, wanted.wheelchairs);
        PoolFact[] candidates = pools.between(whole.board(), whole.alight());
        CoachChoice best = ownCoach(roster, wanted, candidates, bound);
        double bestRank = best == null ? bound : rank(best, wanted);
        trips.look(roster, whole, wanted.ride, bestRank);
        for (int i = 0; i < trips.size() && trips.growthFen(i) < bestRank; i++) {
            if (random.nextDouble() < BLINK) {
                continue;
            }
            int slot = trips.slot(i);
            TripSchedule before = roster.trip(slot);
            CoachChoice choice = join(roster, wanted, slot, before, bestRank);
            if (choice != null) {
                bestRank = rank(choice, wanted);
                best = choice;
            }
            if (before.freeSeats() < wanted.headcount) {
                choice = joinLarger(roster, whole, slot, before, candidates, trips.growthFen(i), bestRank);
                if (choice != null) {
                    bestRank = choice.deltaFen;
                    best = choice;
                }
            }
        }
        return best;
    }

    private double rank(CoachChoice choice, Wanted wanted) {
        return choice.deltaFen
                + rest(
                        wanted.group,
                        wanted.headcount - taken(choice, wanted.group).headcount());
    }

    private CoachChoice ownCoach(Roster roster, Wanted wanted, PoolFact[] candidates, double bound) {
        CoachChoice best = null;
        double bestRank = bound;
        for (PoolFact pool : candidates) {
            int slot = roster.freeSlot(pool);
            if (slot < 0 || random.nextDouble() < BLINK) {
                continue;
            }
            for (int drivers = 1; drivers <= in.rules.maxDrivers(); drivers++) {
                LegTask task = fit(wanted, pool.seats(drivers), pool.pool.wheelchairSpaces());
                if (task == null) {
                    break;
                }
                double rest = rest(wanted.group, wanted.headcount - task.headcount());
                double counted = counted(pool.seats(drivers), task.headcount());
                TripSchedule after = scheduler.schedule(
                        pool, List.of(task), null, () -> roster.usage(pool, slot), fen((bestRank - rest) / counted));
                if (after != null) {
                    double delta = after.costFen() * counted;
                    bestRank = delta + rest;
                    best = new CoachChoice(slot, Itinerary.NONE, after, delta);
                }
                // more drivers leave fewer seats, so they only help where there is no trip at any price
                if (!scheduler.impossible(pool, task)) {
                    break;
                }
            }
        }
        return best;
    }

    /** A bound for whole fen. */
    private static long fen(double bound) {
        return bound >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) Math.ceil(bound);
    }

    private CoachChoice join(Roster roster, Wanted wanted, int slot, TripSchedule before, double bound) {
        PoolFact pool = before.pool();
        int spaces = pool.pool.wheelchairSpaces();
        if (wanted.wheelchairs > 0) {
            for (LegTask task : before.tasks()) {
                spaces -= task.wheelchairs();
            }
        }
        for (int drivers = before.drivers(); drivers <= in.rules.maxDrivers(); drivers++) {
            LegTask task = fit(wanted, pool.seats(drivers) - before.load(), spaces);
            if (task == null) {
                return null;
            }
            double rest = rest(wanted.group, wanted.headcount - task.headcount());
            if (rest >= bound) {
                return null;
            }
            double counted = counted(pool.seats(drivers), before.load() + task.headcount());
            double beforeFen = countedFen(before);
            long boundFen = fen((beforeFen + bound - rest) / counted);
            TripSchedule after = scheduler.with(pool, before, task, () -> roster.usage(pool, slot), boundFen);
            if (after != null) {
                return new CoachChoice(slot, Itinerary.NONE, after, after.costFen() * counted - beforeFen);
            }
            if (task.headcount() == wanted.headcount || drivers > before.drivers()) {
                return null;
            }
        }
        return null;
    }

    /** The trip grows into a larger coach that holds everybody. */
    private CoachChoice joinLarger(
            Roster roster,
            LegTask whole,
            int slot,
            TripSchedule before,
            PoolFact[] candidates,
            double growthFen,
            double bound) {
        CoachChoice best = null;
        double bestDelta = bound;
        double beforeFen = countedFen(before);
        for (PoolFact pool : candidates) {
            int seats = pool.seats(before.drivers());
            int load = before.load() + whole.headcount();
            if (pool == before.pool() || seats < load) {
                continue;
            }
            double counted = counted(seats, load);
            double leastFen = before.costFen() + growthFen + Detour.otherCoachFen(in, before, pool);
            if (leastFen * counted - beforeFen >= bestDelta) {
                continue;
            }
            int free = roster.freeSlot(pool);
            if (free < 0) {
                continue;
            }
            TripSchedule after = scheduler.with(
                    pool, before, whole, () -> roster.usage(pool, free), fen((beforeFen + bestDelta) / counted));
            if (after != null) {
                bestDelta = after.costFen() * counted - beforeFen;
                best = new CoachChoice(free, slot, after, bestDelta);
            }
        }
        return best;
    }

    private LegTask fit(Wanted wanted, int seats, int spaces) {
        PartSize size = PartSize.largest(wanted.group, wanted.headcount, wanted.wheelchairs, seats, spaces);
        return size == null ? null : wanted.task(size.persons(), size.wheelchairs());
    }

    /** What it will roughly cost to carry those who are left over. */
    private double rest(GroupFact group, int persons) {
        if (persons == 0) {
            return 0;
        }
        return persons < group.minPart
                ? STRANDED_FEN * persons
                : persons * referenceFen(group) + in.rules.weights().fenPerExtraPart();
    }

    /** Cost of one person in a well filled coach of their own. */
    private double referenceFen(GroupFact group) {
        return reference.computeIfAbsent(group, g -> {
            double best = 200_000;
            if (g.direct) {
                for (PoolFact pool : pools.between(g.from, g.to)) {
                    for (int drivers = 1; drivers <= in.rules.maxDrivers(); drivers++) {
                        int persons = Math.min(g.headcount, pool.seats(drivers));
                        TripSchedule trip = persons <= 0
                                ? null
                                : scheduler.schedule(pool, List.of(LegTask.direct(g, persons, 0)), null);
                        if (trip != null) {
                            best = Math.min(best, trip.costFen() / (double) persons);
                            break;
                        }
                    }
                }
            }
            return best;
        });
    }
}
