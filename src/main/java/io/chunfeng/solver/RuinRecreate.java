package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes moves: takes some related groups off their trips and inserts them anew, each at the cheapest place. After
 * Schrimpf et al. 2000 and Christiaens, Vanden Berghe 2020 (slack induction by string removals), with our own ruins for
 * shared trips, trains and flights.
 */
final class RuinRecreate {
    private static final int NEIGHBOURS = 60;

    private final Instance in;
    private final Random random;
    private final int maxGroups;
    private final TripScheduler scheduler;
    private final CandidatePools pools;
    private final Inserter inserter;
    private final Relatedness relatedness;
    private final Map<GroupFact, List<GroupFact>> neighbours = new HashMap<>();

    /** @param maxGroups most groups that one move takes off */
    RuinRecreate(Instance in, Random random, int maxGroups) {
        this.in = in;
        this.random = random;
        this.maxGroups = maxGroups;
        this.scheduler = new TripScheduler(in);
        this.pools = new CandidatePools(in);
        this.inserter = new Inserter(in, scheduler, pools, random);
        this.relatedness = new Relatedness(in);
    }

    /** A plan for everybody from the solution as it is, hardest people first. */
    AssignmentMove construct(Assignment solution) {
        Draft draft = new Draft(solution, scheduler);
        List<GroupFact> groups = new ArrayList<>(in.groups);
        groups.sort(Comparator.<GroupFact>comparingInt(g -> -g.weight)
                .thenComparingInt(g -> -g.headcount)
                .thenComparingInt(g -> g.index));
        inserter.reset();
        inserter.insertAll(draft, groups);
        belowMinimum(draft);
        return AssignmentMove.of(draft);
    }

    /** One move from the solution as it is. */
    AssignmentMove next(Assignment solution) {
        Draft draft = new Draft(solution, scheduler);
        inserter.reset();
        Set<GroupFact> affected = new LinkedHashSet<>();
        double kind = random.nextDouble();
        if (kind < 0.12 && !in.services.isEmpty()) {
            ruinService(draft, affected);
        } else if (kind < 0.5 && !draft.usedSlots().isEmpty()) {
            ruinTrips(draft, affected);
        } else {
            ruinGroups(draft, affected);
        }
        List<GroupFact> order = new ArrayList<>(affected);
        addUnserved(draft, order);
        sort(order);
        inserter.insertAll(draft, order);
        belowMinimum(draft);
        changePools(draft);
        return AssignmentMove.of(draft);
    }

    private int someGroups() {
        int most = Math.min(maxGroups, in.groups.size());
        return 1 + (int) (most * random.nextDouble() * random.nextDouble());
    }

    private void ruinGroups(Draft draft, Set<GroupFact> affected) {
        GroupFact seed = pick(in.groups);
        int wanted = someGroups();
        List<Integer> parts = new ArrayList<>();
        int taken = 0;
        for (GroupFact group : neighbours(seed)) {
            if (taken >= wanted) {
                break;
            }
            if (random.nextInt(5) > 0) {
                taken++;
                affected.add(group);
                addParts(group, parts);
            }
        }
        draft.remove(parts, affected);
    }

    /** Dissolves a trip and perhaps some that carry neighbours of its riders. */
    private void ruinTrips(Draft draft, Set<GroupFact> affected) {
        List<Integer> slots = new ArrayList<>(draft.usedSlots());
        int slot = slots.get(random.nextInt(slots.size()));
        Set<Integer> dissolved = new LinkedHashSet<>();
        dissolved.add(slot);
        int more = random.nextInt(3);
        GroupFact rider = groupOf(draft, pick(draft.riders(slot)));
        for (GroupFact group : neighbours(rider)) {
            if (dissolved.size() > more) {
                break;
            }
            for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
                Itinerary itinerary = draft.itinerary(p);
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
            parts.addAll(draft.riders(s));
        }
        draft.remove(parts, affected);
    }

    /** Tries to fill a train or flight with those it suits, or to do without it. */
    private void ruinService(Draft draft, Set<GroupFact> affected) {
        ServiceFact service = pick(in.services);
        List<Integer> parts = new ArrayList<>();
        boolean used = draft.load(service).passengers > service.pinnedPassengers;
        if (used && random.nextInt(3) == 0) {
            inserter.close(service);
            for (GroupPart part : draft.solution.getParts()) {
                Itinerary itinerary = draft.itinerary(part.id());
                if (itinerary != null
                        && itinerary.ride() != null
                        && itinerary.ride().service() == service) {
                    parts.add(part.id());
                }
            }
        } else {
            inserter.subsidise(service);
            int persons = 0;
            int wanted = Math.max(service.minPassengers, service.seatsPerUnit) * (1 + random.nextInt(2));
            List<GroupFact> suited = new ArrayList<>();
            GroupFact seed = pick(in.groups);
            for (GroupFact group : random.nextBoolean() ? neighbours(seed) : in.groups) {
                if (group.rides.stream().anyMatch(ride -> ride.service() == service)) {
                    suited.add(group);
                }
            }
            Collections.shuffle(suited, random);
            for (GroupFact group : suited) {
                if (persons >= wanted || affected.size() >= 2 * maxGroups) {
                    break;
                }
                persons += group.headcount;
                affected.add(group);
                addParts(group, parts);
            }
        }
        draft.remove(parts, affected);
    }

    /** H13: a flight below its minimum is given up. */
    private void belowMinimum(Draft draft) {
        for (ServiceFact service : in.services) {
            int passengers = draft.load(service).passengers;
            if (passengers == 0 || passengers >= service.minPassengers) {
                continue;
            }
            List<Integer> parts = new ArrayList<>();
            for (GroupPart part : draft.solution.getParts()) {
                Itinerary itinerary = draft.itinerary(part.id());
                if (itinerary != null
                        && itinerary.ride() != null
                        && itinerary.ride().service() == service) {
                    parts.add(part.id());
                }
            }
            Set<GroupFact> affected = new LinkedHashSet<>();
            draft.remove(parts, affected);
            inserter.close(service);
            for (ServiceFact other : in.services) {
                if (other.minPassengers > draft.load(other).passengers) {
                    inserter.close(other);
                }
            }
            inserter.insertAll(draft, new ArrayList<>(affected));
        }
    }

    /** Every trip that changed may now be cheaper with another coach. */
    private void changePools(Draft draft) {
        for (int slot : new ArrayList<>(draft.changedTrips().keySet())) {
            TripSchedule trip = draft.trip(slot);
            if (trip == null) {
                continue;
            }
            LegTask first = trip.tasks().get(0);
            TripSchedule best = null;
            long bestFen = trip.costFen();
            for (PoolFact pool : pools.between(first.board(), first.alight())) {
                if (pool == trip.pool() || pool.seats(1) < trip.load() || draft.freeSlot(pool) < 0) {
                    continue;
                }
                TripSchedule other = scheduler.schedule(pool, trip.tasks(), null);
                if (other != null && other.costFen() < bestFen) {
                    other = scheduler.schedule(pool, trip.tasks(), draft.usage(pool, -1));
                    if (other != null && other.costFen() < bestFen) {
                        best = other;
                        bestFen = other.costFen();
                    }
                }
            }
            if (best != null) {
                draft.transfer(slot, draft.freeSlot(best.pool()), best);
            }
        }
    }

    private void addUnserved(Draft draft, List<GroupFact> order) {
        int added = 0;
        int start = random.nextInt(in.groups.size());
        for (int i = 0; i < in.groups.size() && added < 5; i++) {
            GroupFact group = in.groups.get((start + i) % in.groups.size());
            if (!order.contains(group) && draft.remaining(group) >= group.minPart) {
                order.add(group);
                added++;
            }
        }
    }

    private void sort(List<GroupFact> order) {
        Collections.shuffle(order, random);
        switch (random.nextInt(4)) {
            case 0 -> order.sort(Comparator.comparingInt(g -> -g.headcount));
            case 1 -> order.sort(Comparator.comparingInt(g -> -in.seconds[g.from][g.to]));
            case 2 -> order.sort(Comparator.comparingInt(g -> -g.weight));
            default -> {}
        }
    }

    private void addParts(GroupFact group, List<Integer> parts) {
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            parts.add(p);
        }
    }

    private GroupFact groupOf(Draft draft, int part) {
        return draft.solution.getParts().get(part).group();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The group itself, then those whose journeys are most like its own. */
    private List<GroupFact> neighbours(GroupFact group) {
        return neighbours.computeIfAbsent(group, g -> {
            double[] distance = new double[in.groups.size()];
            for (GroupFact other : in.groups) {
                distance[other.index] = other == g ? -1 : relatedness.apart(g, other);
            }
            return in.groups.stream()
                    .sorted(Comparator.comparingDouble(other -> distance[other.index]))
                    .limit(NEIGHBOURS)
                    .toList();
        });
    }
}
