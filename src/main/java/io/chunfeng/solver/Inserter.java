package io.chunfeng.solver;

import java.util.ArrayList;
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
    private final Map<GroupFact, Double> reference = new HashMap<>();

    /** Services that may not be used in this round, and those whose fixed cost is shared out over all seats. */
    private final Set<ServiceFact> closed = new HashSet<>();

    private final Set<ServiceFact> subsidised = new HashSet<>();

    Inserter(Instance in, TripScheduler scheduler, CandidatePools pools, RandomGenerator random) {
        this.in = in;
        this.scheduler = scheduler;
        this.pools = pools;
        this.random = random;
    }

    /** @param replaces the slot whose riders move to {@code slot}, or {@link Itinerary#NONE} */
    private record CoachChoice(int slot, int replaces, TripSchedule after, double deltaFen) {}

    private record Choice(Itinerary itinerary, CoachChoice out, CoachChoice in, double rankFen) {}

    void reset() {
        closed.clear();
        subsidised.clear();
    }

    void close(ServiceFact service) {
        closed.add(service);
    }

    void subsidise(ServiceFact service) {
        subsidised.add(service);
    }

    /** Inserts as many people of each group as possible, in the order given. */
    void insertAll(Draft draft, List<GroupFact> groups) {
        for (GroupFact group : groups) {
            insert(draft, group);
        }
    }

    private void insert(Draft draft, GroupFact group) {
        int remaining;
        while ((remaining = draft.remaining(group)) > 0) {
            int part = draft.freePart(group);
            if (part < 0) {
                return;
            }
            Choice best = best(draft, group, remaining, draft.remainingWheelchairs(group));
            if (best == null) {
                return;
            }
            apply(draft, part, best);
        }
    }

    private void apply(Draft draft, int part, Choice choice) {
        for (CoachChoice coach : new CoachChoice[] {choice.out, choice.in}) {
            if (coach != null && coach.replaces != Itinerary.NONE) {
                draft.transfer(coach.replaces, coach.slot, coach.after);
            }
        }
        draft.assign(
                part,
                choice.itinerary,
                choice.out == null ? null : choice.out.after,
                choice.in == null ? null : choice.in.after);
    }

    private Choice best(Draft draft, GroupFact group, int remaining, int wheelchairs) {
        Choice best = null;
        double extraPart = draft.partsInUse(group) == 0 ? 0 : in.rules.weights().fenPerExtraPart();
        if (group.direct) {
            Wanted wanted = new Wanted(group, null, true, remaining, wheelchairs);
            CoachChoice coach = bestCoach(draft, wanted, Double.POSITIVE_INFINITY);
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
                        draft,
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
            Draft draft,
            GroupFact group,
            RideOption ride,
            int remaining,
            int wheelchairs,
            double extraPart,
            double bound) {
        ServiceFact service = ride.service();
        Draft.Load load = draft.load(service);
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
                out = bestCoach(draft, new Wanted(group, ride, true, headcount, users), bound - cost);
                if (out == null) {
                    return null;
                }
                cost += out.deltaFen;
            }
            CoachChoice back = null;
            if (ride.feederIn()) {
                back = bestCoach(draft, new Wanted(group, ride, false, headcount, users), bound - cost);
                if (back == null) {
                    return null;
                }
                cost += back.deltaFen;
            }
            if (out != null && back != null && collide(draft, out, back)) {
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
    private static boolean collide(Draft draft, CoachChoice out, CoachChoice back) {
        return out.slot == back.slot
                || out.replaces != Itinerary.NONE && (out.replaces == back.replaces || out.replaces == back.slot)
                || back.replaces != Itinerary.NONE && back.replaces == out.slot
                || out.after.pool() == back.after.pool() && draft.spareCoaches(out.after.pool()) < 2;
    }

    /** What the service's booking grows by. */
    private double serviceFen(ServiceFact service, Draft.Load load, RideOption ride, int headcount, int users) {
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

    private CoachChoice bestCoach(Draft draft, Wanted wanted, double bound) {
        GroupFact group = wanted.group;
        LegTask whole = wanted.task(wanted.headcount, wanted.wheelchairs);
        CoachChoice best = null;
        double bestRank = bound;
        PoolFact[] candidates = pools.between(whole.board(), whole.alight());
        for (PoolFact pool : candidates) {
            int slot = draft.freeSlot(pool);
            if (slot < 0 || random.nextDouble() < BLINK) {
                continue;
            }
            for (int drivers = 1; drivers <= in.rules.maxDrivers(); drivers++) {
                LegTask task = fit(wanted, pool.seats(drivers), pool.pool.wheelchairSpaces());
                if (task == null) {
                    break;
                }
                TripSchedule after = scheduler.schedule(pool, List.of(task), null);
                if (after == null) {
                    continue;
                }
                double rank = after.costFen() + rest(group, wanted.headcount - task.headcount());
                if (rank < bestRank) {
                    after = scheduler.schedule(pool, after.tasks(), draft.usage(pool, slot));
                    if (after != null) {
                        rank = after.costFen() + rest(group, wanted.headcount - task.headcount());
                        if (rank < bestRank) {
                            bestRank = rank;
                            best = new CoachChoice(slot, Itinerary.NONE, after, after.costFen());
                        }
                    }
                }
                break;
            }
        }
        for (int slot : draft.usedSlots()) {
            TripSchedule before = draft.trip(slot);
            if (before.has(group) || before.load() >= before.pool().seats(1) && candidates.length == 0) {
                continue;
            }
            if (Detour.fen(in, before, whole) >= bestRank || random.nextDouble() < BLINK) {
                continue;
            }
            CoachChoice choice = join(draft, wanted, slot, before, bestRank);
            if (choice != null) {
                bestRank = choice.deltaFen
                        + rest(group, wanted.headcount - taken(choice, group).headcount());
                best = choice;
            }
            if (before.freeSeats() < wanted.headcount) {
                choice = joinLarger(draft, whole, slot, before, candidates, bestRank);
                if (choice != null) {
                    bestRank = choice.deltaFen;
                    best = choice;
                }
            }
        }
        return best;
    }

    private CoachChoice join(Draft draft, Wanted wanted, int slot, TripSchedule before, double bound) {
        PoolFact pool = before.pool();
        int spaces = pool.pool.wheelchairSpaces();
        for (LegTask task : before.tasks()) {
            spaces -= task.wheelchairs();
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
            List<LegTask> tasks = with(before.tasks(), task);
            TripSchedule after = scheduler.schedule(pool, tasks, null);
            if (after == null) {
                if (drivers == before.drivers() && task.headcount() < wanted.headcount) {
                    continue;
                }
                return null;
            }
            if (after.costFen() - before.costFen() + rest >= bound) {
                return null;
            }
            after = scheduler.schedule(pool, tasks, draft.usage(pool, slot));
            if (after == null || after.costFen() - before.costFen() + rest >= bound) {
                return null;
            }
            return new CoachChoice(slot, Itinerary.NONE, after, after.costFen() - before.costFen());
        }
        return null;
    }

    /** The trip grows into a larger coach that holds everybody. */
    private CoachChoice joinLarger(
            Draft draft, LegTask whole, int slot, TripSchedule before, PoolFact[] candidates, double bound) {
        CoachChoice best = null;
        double bestDelta = bound;
        List<LegTask> tasks = null;
        for (PoolFact pool : candidates) {
            if (pool == before.pool()
                    || pool.seats(before.drivers()) < before.load() + whole.headcount()
                    || pool.pool.dispatchFen() - before.pool().pool.dispatchFen() >= bestDelta) {
                continue;
            }
            int free = draft.freeSlot(pool);
            if (free < 0) {
                continue;
            }
            if (tasks == null) {
                tasks = with(before.tasks(), whole);
            }
            TripSchedule after = scheduler.schedule(pool, tasks, null);
            if (after == null || after.costFen() - before.costFen() >= bestDelta) {
                continue;
            }
            after = scheduler.schedule(pool, tasks, draft.usage(pool, free));
            if (after != null && after.costFen() - before.costFen() < bestDelta) {
                bestDelta = after.costFen() - before.costFen();
                best = new CoachChoice(free, slot, after, bestDelta);
            }
        }
        return best;
    }

    static List<LegTask> with(List<LegTask> tasks, LegTask task) {
        List<LegTask> all = new ArrayList<>(tasks.size() + 1);
        all.addAll(tasks);
        all.add(task);
        all.sort(TripScheduler.CANONICAL);
        return all;
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
