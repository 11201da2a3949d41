package io.chunfeng.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A change to a solution in the making: reads through to the solution, keeps what differs. Every trip it holds is valid
 * and every pool has the coaches for them, provided that was so in the solution.
 */
final class Draft {
    final Assignment solution;
    final Instance in;
    final TripScheduler scheduler;

    private final Map<Integer, TripSchedule> changedTrips = new LinkedHashMap<>();
    private final Map<Integer, Itinerary> changedParts = new LinkedHashMap<>();

    /** Slots in use with the parts that ride them. */
    private final Map<Integer, List<Integer>> riders = new TreeMap<>();

    private final Map<ServiceFact, Load> loads = new HashMap<>();

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

    Draft(Assignment solution, TripScheduler scheduler) {
        this.solution = solution;
        this.in = solution.instance();
        this.scheduler = scheduler;
        for (ServiceFact service : in.services) {
            loads.put(service, new Load(service));
        }
        for (GroupPart part : solution.getParts()) {
            if (part.getItinerary() != null) {
                board(part.id(), part.getItinerary());
            }
        }
    }

    Itinerary itinerary(int part) {
        return changedParts.containsKey(part)
                ? changedParts.get(part)
                : solution.getParts().get(part).getItinerary();
    }

    TripSchedule trip(int slot) {
        return changedTrips.containsKey(slot)
                ? changedTrips.get(slot)
                : solution.getSlots().get(slot).getSchedule();
    }

    Collection<Integer> usedSlots() {
        return riders.keySet();
    }

    List<Integer> riders(int slot) {
        return riders.getOrDefault(slot, List.of());
    }

    Load load(ServiceFact service) {
        return loads.get(service);
    }

    Map<Integer, TripSchedule> changedTrips() {
        return changedTrips;
    }

    Map<Integer, Itinerary> changedParts() {
        return changedParts;
    }

    /** Persons of the group who have no itinerary. */
    int remaining(GroupFact group) {
        int remaining = group.headcount;
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            Itinerary itinerary = itinerary(p);
            if (itinerary != null) {
                remaining -= itinerary.headcount();
            }
        }
        return remaining;
    }

    int remainingWheelchairs(GroupFact group) {
        int remaining = group.wheelchairs;
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            Itinerary itinerary = itinerary(p);
            if (itinerary != null) {
                remaining -= itinerary.wheelchairs();
            }
        }
        return remaining;
    }

    /** Parts of the group that travel, pinned ones included. */
    int partsInUse(GroupFact group) {
        int used = group.pinnedParts;
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            if (itinerary(p) != null) {
                used++;
            }
        }
        return used;
    }

    /** A part of the group nobody travels in, or -1. */
    int freePart(GroupFact group) {
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            if (itinerary(p) == null) {
                return p;
            }
        }
        return -1;
    }

    /** A slot of the pool that nobody uses, or -1. */
    int freeSlot(PoolFact pool) {
        for (int s = pool.firstSlot; s < pool.firstSlot + pool.slotCount; s++) {
            if (!riders.containsKey(s)) {
                return s;
            }
        }
        return -1;
    }

    /** Coaches that no trip of the pool needs at any time; may be negative when coaches run more than one trip. */
    int spareCoaches(PoolFact pool) {
        return pool.pool.count() - used(pool, -1);
    }

    private int used(PoolFact pool, int exceptSlot) {
        int used = pool.pinnedBusy.size() / 2;
        for (int s = pool.firstSlot; s < pool.firstSlot + pool.slotCount; s++) {
            if (s != exceptSlot && riders.containsKey(s)) {
                used++;
            }
        }
        return used;
    }

    /** The pool's trips but for one slot; null while coaches are left whatever the times. */
    PoolUsage usage(PoolFact pool, int exceptSlot) {
        if (used(pool, exceptSlot) < pool.pool.count()) {
            return null;
        }
        PoolUsage usage = new PoolUsage(pool);
        for (int s = pool.firstSlot; s < pool.firstSlot + pool.slotCount; s++) {
            if (s != exceptSlot && riders.containsKey(s)) {
                TripSchedule trip = trip(s);
                usage.add(trip.busyFrom(), trip.busyUntil());
            }
        }
        return usage;
    }

    /** Takes the people of these parts off everything; trips that lose their reason to be valid lose everybody. */
    void remove(Collection<Integer> parts, Set<GroupFact> affected) {
        Deque<Integer> queue = new ArrayDeque<>(parts);
        Set<Integer> touched = new LinkedHashSet<>();
        do {
            while (!queue.isEmpty()) {
                int part = queue.poll();
                Itinerary itinerary = itinerary(part);
                if (itinerary != null) {
                    touched.addAll(leave(part, itinerary));
                    changedParts.put(part, null);
                    affected.add(solution.getParts().get(part).group());
                }
            }
            for (int slot : touched) {
                TripSchedule before = trip(slot);
                List<LegTask> left = tasks(slot);
                if (left.isEmpty()) {
                    changedTrips.put(slot, null);
                    continue;
                }
                TripSchedule after = scheduler.schedule(before.pool(), left, usage(before.pool(), slot));
                if (after == null) {
                    queue.addAll(riders(slot));
                } else {
                    changedTrips.put(slot, after);
                }
            }
            touched.clear();
        } while (!queue.isEmpty());
    }

    /** Lets people travel; the trips must have been made for them. */
    void assign(int part, Itinerary itinerary, TripSchedule out, TripSchedule in) {
        changedParts.put(part, itinerary);
        board(part, itinerary);
        if (itinerary.coachOut() != Itinerary.NONE) {
            changedTrips.put(itinerary.coachOut(), out);
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            changedTrips.put(itinerary.coachIn(), in);
        }
    }

    /** Moves everybody of a slot to an empty slot, with the trip made for that one. */
    void transfer(int fromSlot, int toSlot, TripSchedule schedule) {
        List<Integer> moved = riders.remove(fromSlot);
        for (int part : moved) {
            Itinerary old = itinerary(part);
            changedParts.put(
                    part,
                    new Itinerary(
                            old.headcount(),
                            old.wheelchairs(),
                            old.ride(),
                            old.coachOut() == fromSlot ? toSlot : old.coachOut(),
                            old.coachIn() == fromSlot ? toSlot : old.coachIn(),
                            old.rideFen()));
        }
        riders.put(toSlot, moved);
        changedTrips.put(fromSlot, null);
        changedTrips.put(toSlot, schedule);
    }

    /** Who rides the slot, in canonical order. */
    List<LegTask> tasks(int slot) {
        List<LegTask> tasks = new ArrayList<>();
        for (int part : riders(slot)) {
            Itinerary itinerary = itinerary(part);
            GroupFact group = solution.getParts().get(part).group();
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

    private void board(int part, Itinerary itinerary) {
        if (itinerary.coachOut() != Itinerary.NONE) {
            riders.computeIfAbsent(itinerary.coachOut(), s -> new ArrayList<>()).add(part);
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            riders.computeIfAbsent(itinerary.coachIn(), s -> new ArrayList<>()).add(part);
        }
        if (itinerary.ride() != null) {
            loads.get(itinerary.ride().service()).add(itinerary, 1);
        }
    }

    private List<Integer> leave(int part, Itinerary itinerary) {
        List<Integer> slots = new ArrayList<>(2);
        for (int slot : new int[] {itinerary.coachOut(), itinerary.coachIn()}) {
            if (slot != Itinerary.NONE) {
                List<Integer> on = riders.get(slot);
                on.remove(Integer.valueOf(part));
                if (on.isEmpty()) {
                    riders.remove(slot);
                }
                slots.add(slot);
            }
        }
        if (itinerary.ride() != null) {
            loads.get(itinerary.ride().service()).add(itinerary, -1);
        }
        return slots;
    }
}
