package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who rides what, in arrays that answer the questions of an insertion at once. Follows a solution: changes are tried on
 * it, written down as a move, and taken back. One instance a thread.
 *
 * <p>Every trip it holds is valid and every pool has the coaches for them, provided that was so in the solution.
 */
final class Roster {
    final Instance in;
    private final GroupPart[] parts;
    private final CoachSlot[] slots;

    private final Itinerary[] itineraries;
    private final TripSchedule[] trips;
    private final IntBag[] riders;
    private final IntBag used = new IntBag();
    private final int[] usedAt;
    private final IntBag[] usedOfPool;
    private final int[] usedOfPoolAt;
    /** No slot of the pool before it is free. */
    private final int[] firstFree;

    /** Of pools without a coach to spare, until a trip of the pool changes. */
    private final PoolUsage[] usages;

    private final Load[] loads;
    private final IntBag[] ridersOfService;
    private final int[] remaining;
    private final int[] remainingWheelchairs;
    private final int[] partsInUse;
    private final IntBag unserved = new IntBag();
    private final int[] unservedAt;

    /** What has been changed since the last {@link #takeBack}: old values, in order. */
    private final List<Undo> journal = new ArrayList<>();

    private record Undo(int slot, TripSchedule trip, int part, Itinerary itinerary) {}

    /** Persons on a service by segment. */
    static final class Load {
        final int[] persons;
        final int[] wheelchairs;
        int passengers;

        Load(ServiceFact service) {
            persons = service.pinnedLoad.clone();
            wheelchairs = service.pinnedWheelchairs.clone();
            passengers = service.pinnedPassengers;
        }

        void add(Itinerary itinerary, int sign) {
            for (int s = itinerary.ride().board(); s < itinerary.ride().alight(); s++) {
                persons[s] += sign * itinerary.headcount();
                wheelchairs[s] += sign * itinerary.wheelchairs();
            }
            passengers += sign * itinerary.headcount();
        }
    }

    Roster(Assignment solution) {
        in = solution.instance();
        parts = solution.getParts().toArray(GroupPart[]::new);
        slots = solution.getSlots().toArray(CoachSlot[]::new);
        itineraries = new Itinerary[parts.length];
        trips = new TripSchedule[slots.length];
        riders = new IntBag[slots.length];
        usedAt = filled(slots.length);
        usedOfPool = bags(in.pools.size());
        usedOfPoolAt = filled(slots.length);
        firstFree = in.pools.stream().mapToInt(pool -> pool.firstSlot).toArray();
        usages = new PoolUsage[in.pools.size()];
        loads = in.services.stream().map(Load::new).toArray(Load[]::new);
        ridersOfService = bags(in.services.size());
        remaining = in.groups.stream().mapToInt(group -> group.headcount).toArray();
        remainingWheelchairs =
                in.groups.stream().mapToInt(group -> group.wheelchairs).toArray();
        partsInUse = in.groups.stream().mapToInt(group -> group.pinnedParts).toArray();
        unservedAt = filled(remaining.length);
        for (GroupFact group : in.groups) {
            noteUnserved(group);
        }
        for (CoachSlot slot : slots) {
            if (slot.getSchedule() != null) {
                setTrip(slot.id(), slot.getSchedule());
            }
        }
        for (GroupPart part : parts) {
            if (part.getItinerary() != null) {
                setPart(part.id(), part.getItinerary());
            }
        }
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    private static IntBag[] bags(int count) {
        IntBag[] bags = new IntBag[count];
        Arrays.setAll(bags, i -> new IntBag());
        return bags;
    }

    int slotCount() {
        return slots.length;
    }

    Itinerary itinerary(int part) {
        return itineraries[part];
    }

    TripSchedule trip(int slot) {
        return trips[slot];
    }

    GroupFact group(int part) {
        return parts[part].group();
    }

    /** Slots in use, in no order. */
    IntBag used() {
        return used;
    }

    /** Parts that ride the slot, in no order. */
    IntBag riders(int slot) {
        return riders[slot] == null ? IntBag.EMPTY : riders[slot];
    }

    IntBag riders(ServiceFact service) {
        return ridersOfService[service.index];
    }

    Load load(ServiceFact service) {
        return loads[service.index];
    }

    /** Indices of groups of whom enough people for a part have no itinerary, in no order. */
    IntBag unserved() {
        return unserved;
    }

    /** Persons of the group who have no itinerary. */
    int remaining(GroupFact group) {
        return remaining[group.index];
    }

    int remainingWheelchairs(GroupFact group) {
        return remainingWheelchairs[group.index];
    }

    /** Parts of the group that travel, pinned ones included. */
    int partsInUse(GroupFact group) {
        return partsInUse[group.index];
    }

    /** A part of the group nobody travels in, or -1. */
    int freePart(GroupFact group) {
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            if (itineraries[p] == null) {
                return p;
            }
        }
        return -1;
    }

    /** A slot of the pool that nobody uses, or -1. */
    int freeSlot(PoolFact pool) {
        if (usedOfPool[pool.index].size() == pool.slotCount) {
            return -1;
        }
        int s = firstFree[pool.index];
        while (trips[s] != null) {
            s++;
        }
        firstFree[pool.index] = s;
        return s;
    }

    /** Coaches that no trip of the pool needs at any time; may be negative when coaches run more than one trip. */
    int spareCoaches(PoolFact pool) {
        return pool.pool.count() - pool.pinnedBusy.size() / 2 - usedOfPool[pool.index].size();
    }

    /** The pool's trips but for one slot; null while coaches are left whatever the times. */
    PoolUsage usage(PoolFact pool, int exceptSlot) {
        boolean one = exceptSlot >= 0 && usedOfPoolAt[exceptSlot] >= 0;
        if (spareCoaches(pool) + (one ? 1 : 0) > 0) {
            return null;
        }
        if (one) {
            return new PoolUsage(pool, trips(pool, exceptSlot));
        }
        if (usages[pool.index] == null) {
            usages[pool.index] = new PoolUsage(pool, trips(pool, -1));
        }
        return usages[pool.index];
    }

    private List<TripSchedule> trips(PoolFact pool, int exceptSlot) {
        IntBag inUse = usedOfPool[pool.index];
        List<TripSchedule> list = new ArrayList<>(inUse.size());
        for (int i = 0; i < inUse.size(); i++) {
            if (inUse.get(i) != exceptSlot) {
                list.add(trips[inUse.get(i)]);
            }
        }
        return list;
    }

    /** Who rides the slot, in canonical order. */
    List<LegTask> tasks(int slot) {
        IntBag on = riders(slot);
        List<LegTask> tasks = new ArrayList<>(on.size());
        for (int i = 0; i < on.size(); i++) {
            Itinerary itinerary = itineraries[on.get(i)];
            GroupFact group = parts[on.get(i)].group();
            if (itinerary.coachOut() == slot) {
                tasks.add(itinerary.taskOut(group));
            }
            if (itinerary.coachIn() == slot) {
                tasks.add(itinerary.taskIn(group));
            }
        }
        tasks.sort(TripScheduler.CANONICAL);
        return tasks;
    }

    /** Slots whose trips have been changed since the last {@link #takeBack}. */
    Set<Integer> changedSlots() {
        Set<Integer> changed = new LinkedHashSet<>();
        for (Undo undo : journal) {
            if (undo.slot >= 0) {
                changed.add(undo.slot);
            }
        }
        return changed;
    }

    /** Gives the slot another trip; null when it is not used any more. */
    void changeTrip(int slot, TripSchedule trip) {
        journal.add(new Undo(slot, trips[slot], -1, null));
        setTrip(slot, trip);
    }

    /** Lets the people of the part travel in another way; null when they stay behind. */
    void changePart(int part, Itinerary itinerary) {
        journal.add(new Undo(-1, null, part, itineraries[part]));
        setPart(part, itinerary);
    }

    /** What has been tried, as a move that does it. */
    AssignmentMove move() {
        Map<Integer, TripSchedule> tripsBefore = new LinkedHashMap<>();
        Map<Integer, Itinerary> itinerariesBefore = new LinkedHashMap<>();
        for (Undo undo : journal) {
            // not putIfAbsent, which takes null for absent
            if (undo.slot >= 0 && !tripsBefore.containsKey(undo.slot)) {
                tripsBefore.put(undo.slot, undo.trip);
            } else if (undo.slot < 0 && !itinerariesBefore.containsKey(undo.part)) {
                itinerariesBefore.put(undo.part, undo.itinerary);
            }
        }
        AssignmentMove.Builder move = new AssignmentMove.Builder();
        tripsBefore.forEach((slot, before) -> {
            if (before != trips[slot]) {
                move.trip(slots[slot], trips[slot]);
            }
        });
        itinerariesBefore.forEach((part, before) -> {
            if (before == null ? itineraries[part] != null : !before.equals(itineraries[part])) {
                move.part(parts[part], itineraries[part]);
            }
        });
        return move.build();
    }

    /** Undoes every change since the last call. */
    void takeBack() {
        for (int i = journal.size() - 1; i >= 0; i--) {
            Undo undo = journal.get(i);
            if (undo.slot >= 0) {
                setTrip(undo.slot, undo.trip);
            } else {
                setPart(undo.part, undo.itinerary);
            }
        }
        journal.clear();
    }

    /** Follows the solution, in which this move has been made. */
    void follow(AssignmentMove move) {
        move.forEachTrip(this::setTrip);
        move.forEachPart(this::setPart);
    }

    private void setTrip(int slot, TripSchedule trip) {
        usages[slots[slot].pool().index] = null;
        if ((trips[slot] == null) != (trip == null)) {
            IntBag ofPool = usedOfPool[slots[slot].pool().index];
            if (trip == null) {
                used.remove(slot, usedAt);
                ofPool.remove(slot, usedOfPoolAt);
                int pool = slots[slot].pool().index;
                firstFree[pool] = Math.min(firstFree[pool], slot);
            } else {
                used.add(slot, usedAt);
                ofPool.add(slot, usedOfPoolAt);
            }
        }
        trips[slot] = trip;
    }

    private void setPart(int part, Itinerary itinerary) {
        Itinerary before = itineraries[part];
        GroupFact group = parts[part].group();
        if (before != null) {
            count(group, before, 1);
            ride(part, before, -1);
        }
        if (itinerary != null) {
            count(group, itinerary, -1);
            ride(part, itinerary, 1);
        }
        itineraries[part] = itinerary;
        noteUnserved(group);
    }

    private void count(GroupFact group, Itinerary itinerary, int sign) {
        remaining[group.index] += sign * itinerary.headcount();
        remainingWheelchairs[group.index] += sign * itinerary.wheelchairs();
        partsInUse[group.index] -= sign;
    }

    private void ride(int part, Itinerary itinerary, int sign) {
        if (itinerary.coachOut() != Itinerary.NONE) {
            ride(part, itinerary.coachOut(), sign);
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            ride(part, itinerary.coachIn(), sign);
        }
        if (itinerary.ride() != null) {
            ServiceFact service = itinerary.ride().service();
            loads[service.index].add(itinerary, sign);
            if (sign > 0) {
                ridersOfService[service.index].add(part);
            } else {
                ridersOfService[service.index].remove(part);
            }
        }
    }

    private void ride(int part, int slot, int sign) {
        if (riders[slot] == null) {
            riders[slot] = new IntBag();
        }
        if (sign > 0) {
            riders[slot].add(part);
        } else {
            riders[slot].remove(part);
        }
    }

    private void noteUnserved(GroupFact group) {
        boolean now = remaining[group.index] > 0 && remaining[group.index] >= group.minPart;
        boolean noted = unservedAt[group.index] >= 0;
        if (now && !noted) {
            unserved.add(group.index, unservedAt);
        } else if (!now && noted) {
            unserved.remove(group.index, unservedAt);
        }
    }
}
