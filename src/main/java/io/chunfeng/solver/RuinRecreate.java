package io.chunfeng.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes moves: takes some related groups off their trips and inserts them anew, each at the cheapest place. After
 * Schrimpf et al. 2000 and Christiaens, Vanden Berghe 2020 (slack induction by string removals), with our own ruins for
 * shared trips, trains and flights. One instance a thread.
 */
final class RuinRecreate {
    /** Shares of the ruins; the rest takes related groups. */
    private static final double RUIN_SERVICE = 0.12;

    private static final double RUIN_TRIPS = 0.5;
    private static final int UNSERVED_TRIED = 5;

    /** To fill a larger coach looks dear with every group but the last, so half of the moves forgive part of what free seats cost. */
    private static final double MOST_HOPE = 0.9;

    private final Instance in;
    private final RandomGenerator random;
    private final int maxGroups;
    private final TripScheduler scheduler;
    private final CandidatePools pools;
    private final Inserter inserter;
    private final Neighbours neighbours;
    private final Roster roster;
    private final List<ServiceFact> withMinimum;

    /** @param maxGroups most groups that one move takes off */
    RuinRecreate(Assignment solution, Neighbours neighbours, RandomGenerator random, int maxGroups) {
        this.in = solution.instance();
        this.random = random;
        this.maxGroups = maxGroups;
        this.scheduler = TripScheduler.forSearch(in);
        this.pools = new CandidatePools(in);
        this.inserter = new Inserter(in, scheduler, pools, neighbours, random);
        this.neighbours = neighbours;
        this.roster = new Roster(solution);
        this.withMinimum = in.services.stream()
                .filter(service -> service.minPassengers > 0)
                .toList();
    }

    /** The solution has changed by this move. */
    void follow(AssignmentMove move) {
        roster.follow(move);
    }

    /** Inserts these groups into the solution as it is, in this order. */
    AssignmentMove construct(List<GroupFact> groups, BooleanSupplier stop) {
        inserter.reset(0);
        for (GroupFact group : groups) {
            if (stop.getAsBoolean()) {
                break;
            }
            inserter.insertAll(roster, List.of(group));
        }
        belowMinimum();
        return tried();
    }

    /** One move from the solution as it is. */
    AssignmentMove next() {
        inserter.reset(random.nextInt(2) == 0 ? 0 : MOST_HOPE * random.nextDouble());
        Set<GroupFact> affected = new LinkedHashSet<>();
        double kind = random.nextDouble();
        if (kind < RUIN_SERVICE && !in.services.isEmpty()) {
            ruinService(affected);
        } else if (kind < RUIN_TRIPS && roster.used().size() > 0) {
            ruinTrips(affected);
        } else {
            ruinGroups(affected);
        }
        List<GroupFact> order = new ArrayList<>(affected);
        addUnserved(order);
        sort(order);
        inserter.insertAll(roster, order);
        belowMinimum();
        changePools();
        return tried();
    }

    private AssignmentMove tried() {
        AssignmentMove move = roster.move();
        roster.takeBack();
        return move;
    }

    private int someGroups() {
        int most = Math.min(maxGroups, in.groups.size());
        return 1 + (int) (most * random.nextDouble() * random.nextDouble());
    }

    private void ruinGroups(Set<GroupFact> affected) {
        int wanted = someGroups();
        List<Integer> parts = new ArrayList<>();
        int taken = 0;
        for (GroupFact group : neighbours.of(pick(in.groups))) {
            if (taken >= wanted) {
                break;
            }
            if (random.nextInt(5) > 0) {
                taken++;
                affected.add(group);
                addParts(group, parts);
            }
        }
        remove(parts, affected);
    }

    /** Dissolves a trip and perhaps some that carry neighbours of its riders. */
    private void ruinTrips(Set<GroupFact> affected) {
        int slot = pick(roster.used());
        Set<Integer> dissolved = new LinkedHashSet<>();
        dissolved.add(slot);
        int more = random.nextInt(3);
        for (GroupFact group : neighbours.of(roster.group(pick(roster.riders(slot))))) {
            if (dissolved.size() > more) {
                break;
            }
            for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
                Itinerary itinerary = roster.itinerary(p);
                if (itinerary != null && random.nextInt(3) > 0) {
                    for (int s : new int[] {itinerary.coachOut(), itinerary.coachIn()}) {
                        if (s != Itinerary.NONE && dissolved.size() <= more) {
                            dissolved.add(s);
                        }
                    }
                }
            }
        }
        List<Integer> parts = new ArrayList<>();
        for (int s : dissolved) {
            addAll(roster.riders(s), parts);
        }
        remove(parts, affected);
    }

    /** Tries to fill a train or flight with those it suits, or to do without it. */
    private void ruinService(Set<GroupFact> affected) {
        ServiceFact service = pick(in.services);
        List<Integer> parts = new ArrayList<>();
        boolean used = roster.riders(service).size() > 0;
        if (used && random.nextInt(3) == 0) {
            inserter.close(service);
            addAll(roster.riders(service), parts);
        } else {
            inserter.subsidise(service);
            int persons = 0;
            int wanted = Math.max(service.minPassengers, service.seatsPerUnit) * (1 + random.nextInt(2));
            for (GroupFact group : suited(service)) {
                if (persons >= wanted || affected.size() >= 2 * maxGroups) {
                    break;
                }
                persons += group.headcount;
                affected.add(group);
                addParts(group, parts);
            }
        }
        remove(parts, affected);
    }

    private List<GroupFact> suited(ServiceFact service) {
        List<GroupFact> all = in.suited(service);
        if (all.isEmpty()) {
            return all;
        }
        List<GroupFact> suited = new ArrayList<>();
        if (random.nextBoolean()) {
            for (GroupFact group : neighbours.of(pick(all))) {
                if (group.suits(service)) {
                    suited.add(group);
                }
            }
        } else {
            suited.addAll(all);
        }
        shuffle(suited);
        return suited;
    }

    /** Takes the people of these parts off everything; trips that lose their reason to be valid lose everybody. */
    private void remove(List<Integer> parts, Set<GroupFact> affected) {
        Deque<Integer> queue = new ArrayDeque<>(parts);
        Set<Integer> touched = new LinkedHashSet<>();
        while (!queue.isEmpty()) {
            while (!queue.isEmpty()) {
                int part = queue.poll();
                Itinerary itinerary = roster.itinerary(part);
                if (itinerary != null) {
                    if (itinerary.coachOut() != Itinerary.NONE) {
                        touched.add(itinerary.coachOut());
                    }
                    if (itinerary.coachIn() != Itinerary.NONE) {
                        touched.add(itinerary.coachIn());
                    }
                    roster.changePart(part, null);
                    affected.add(roster.group(part));
                }
            }
            for (int slot : touched) {
                TripSchedule before = roster.trip(slot);
                List<LegTask> left = roster.tasks(slot);
                TripSchedule after = left.isEmpty()
                        ? null
                        : scheduler.schedule(
                                before.pool(), left, before, () -> roster.usage(before.pool(), slot), Long.MAX_VALUE);
                if (after == null) {
                    addAll(roster.riders(slot), queue);
                }
                roster.changeTrip(slot, after);
            }
            touched.clear();
        }
    }

    /** H13: a flight below its minimum is given up. */
    private void belowMinimum() {
        for (ServiceFact service : withMinimum) {
            int passengers = roster.load(service).passengers;
            if (passengers == 0 || passengers >= service.minPassengers) {
                continue;
            }
            List<Integer> parts = new ArrayList<>();
            addAll(roster.riders(service), parts);
            Set<GroupFact> affected = new LinkedHashSet<>();
            remove(parts, affected);
            inserter.close(service);
            for (ServiceFact other : withMinimum) {
                if (other.minPassengers > roster.load(other).passengers) {
                    inserter.close(other);
                }
            }
            inserter.insertAll(roster, new ArrayList<>(affected));
        }
    }

    /** Every trip that changed may now be cheaper with another coach. */
    private void changePools() {
        for (int slot : roster.changedSlots()) {
            TripSchedule trip = roster.trip(slot);
            if (trip == null) {
                continue;
            }
            LegTask first = trip.tasks().get(0);
            TripSchedule best = trip;
            for (PoolFact pool : pools.between(first.board(), first.alight())) {
                int free = pool == trip.pool() || pool.seats(1) < trip.load() ? -1 : roster.freeSlot(pool);
                if (free >= 0) {
                    TripSchedule other = scheduler.schedule(
                            pool, trip.tasks(), trip, () -> roster.usage(pool, free), best.costFen());
                    best = other == null ? best : other;
                }
            }
            if (best != trip) {
                int free = roster.freeSlot(best.pool());
                Inserter.transfer(roster, slot, free);
                roster.changeTrip(free, best);
            }
        }
    }

    private void addUnserved(List<GroupFact> order) {
        IntBag unserved = roster.unserved();
        if (unserved.size() == 0) {
            return;
        }
        int start = random.nextInt(unserved.size());
        int most = Math.min(UNSERVED_TRIED, unserved.size());
        for (int i = 0; i < most; i++) {
            GroupFact group = in.groups.get(unserved.get((start + i) % unserved.size()));
            if (!order.contains(group)) {
                order.add(group);
            }
        }
    }

    private void sort(List<GroupFact> order) {
        shuffle(order);
        switch (random.nextInt(4)) {
            case 0 -> order.sort(Comparator.comparingInt(g -> -g.headcount));
            case 1 -> order.sort(Comparator.comparingInt(g -> -in.seconds[g.from][g.to]));
            case 2 -> order.sort(Comparator.comparingInt(g -> -g.weight));
            default -> {}
        }
    }

    private static void addParts(GroupFact group, List<Integer> parts) {
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            parts.add(p);
        }
    }

    private static void addAll(IntBag from, Collection<Integer> to) {
        for (int i = 0; i < from.size(); i++) {
            to.add(from.get(i));
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private int pick(IntBag bag) {
        return bag.get(random.nextInt(bag.size()));
    }

    /** Fisher and Yates. */
    private <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
