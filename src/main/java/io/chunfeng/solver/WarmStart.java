package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Carries an earlier plan over; what of it does not hold any more is left out. */
final class WarmStart {
    private final Instance in;
    private final Assignment assignment;
    private final TripScheduler scheduler;
    private final Map<GroupPart, Itinerary> itineraries = new HashMap<>();
    private final Map<Integer, List<GroupPart>> riders = new TreeMap<>();
    private final Map<Integer, Plan.CoachTrip> tripOfSlot = new HashMap<>();

    WarmStart(Instance in, Assignment assignment) {
        this.in = in;
        this.assignment = assignment;
        this.scheduler = new TripScheduler(in);
    }

    void take(PlanningProblem.Pinned plan) {
        Map<String, Integer> slotOfTrip = slots(plan);
        Map<String, GroupFact> groups = new HashMap<>();
        in.groups.forEach(group -> groups.put(group.group.id(), group));
        Map<GroupFact, Integer> nextPart = new HashMap<>();
        Map<GroupFact, PartSize> left = new LinkedHashMap<>();
        Set<Plan.Journey> pinned = new HashSet<>(in.problem.pinned().journeys());
        for (Plan.Journey journey : plan.journeys()) {
            GroupFact group = groups.get(journey.groupId());
            if (group == null || pinned.contains(journey)) {
                continue;
            }
            int part = nextPart.getOrDefault(group, 0);
            PartSize of = left.getOrDefault(group, new PartSize(group.headcount, group.wheelchairs));
            PartSize size = still(group, journey, of);
            Itinerary itinerary =
                    part < group.partCount && size != null ? itinerary(group, journey, size, slotOfTrip) : null;
            if (itinerary != null) {
                nextPart.put(group, part + 1);
                left.put(group, new PartSize(of.persons() - size.persons(), of.wheelchairs() - size.wheelchairs()));
                GroupPart entity = assignment.getParts().get(group.firstPart + part);
                itineraries.put(entity, itinerary);
                for (int slot : new int[] {itinerary.coachOut(), itinerary.coachIn()}) {
                    if (slot != Itinerary.NONE) {
                        riders.computeIfAbsent(slot, s -> new ArrayList<>()).add(entity);
                    }
                }
            }
        }
        schedule();
        left.forEach(this::enlarge);
        itineraries.forEach(GroupPart::setItinerary);
    }

    private Map<String, Integer> slots(PlanningProblem.Pinned plan) {
        Map<String, PoolFact> pools = new HashMap<>();
        in.pools.forEach(pool -> pools.put(pool.pool.id(), pool));
        Map<PoolFact, Integer> next = new HashMap<>();
        Map<String, Integer> slotOfTrip = new HashMap<>();
        Set<Plan.CoachTrip> pinned = new HashSet<>(in.problem.pinned().coachTrips());
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            PoolFact pool = pools.get(trip.poolId());
            if (pool != null && !pinned.contains(trip)) {
                int index = next.merge(pool, 1, Integer::sum) - 1;
                if (index < pool.slotCount) {
                    slotOfTrip.put(trip.id(), pool.firstSlot + index);
                    tripOfSlot.put(pool.firstSlot + index, trip);
                }
            }
        }
        return slotOfTrip;
    }

    /** As many of the journey's people as the group still has; null where they are too few to travel. */
    private static PartSize still(GroupFact group, Plan.Journey journey, PartSize left) {
        int users = Math.min(journey.wheelchairs(), left.wheelchairs());
        int persons =
                users + Math.min(journey.headcount() - journey.wheelchairs(), left.persons() - left.wheelchairs());
        return persons < Math.max(1, group.minPart) ? null : new PartSize(persons, users);
    }

    private Itinerary itinerary(GroupFact group, Plan.Journey journey, PartSize size, Map<String, Integer> slotOfTrip) {
        List<Plan.Leg> legs = journey.legs();
        for (RideOption ride : group.rides) {
            int main = ride.feederOut() ? 1 : 0;
            if (legs.size() == ride.legs() && matches(ride, legs.get(main))) {
                Integer out = ride.feederOut() ? slotOfTrip.get(legs.get(0).vehicle()) : Integer.valueOf(-1);
                Integer back =
                        ride.feederIn() ? slotOfTrip.get(legs.get(main + 1).vehicle()) : Integer.valueOf(-1);
                return out == null || back == null
                        ? null
                        : new Itinerary(
                                size.persons(),
                                size.wheelchairs(),
                                ride,
                                out,
                                back,
                                in.rideFen(group, ride, size.persons()));
            }
        }
        Integer slot = legs.size() == 1 ? slotOfTrip.get(legs.get(0).vehicle()) : null;
        return slot == null ? null : new Itinerary(size.persons(), size.wheelchairs(), null, slot, Itinerary.NONE, 0);
    }

    private boolean matches(RideOption ride, Plan.Leg leg) {
        return leg.vehicle().equals(ride.service().id)
                && leg.board().equals(in.placeIds[ride.service().place[ride.board()]])
                && leg.alight().equals(in.placeIds[ride.service().place[ride.alight()]])
                && leg.boardAt().getEpochSecond() == ride.departure();
    }

    /**
     * Works out every trip. Where one does not hold any more, one rider stays behind if that is enough, otherwise all,
     * which may change others.
     */
    private void schedule() {
        boolean settled = false;
        while (!settled) {
            settled = true;
            Map<PoolFact, List<TripSchedule>> trips = new HashMap<>();
            for (Map.Entry<Integer, List<GroupPart>> entry : riders.entrySet()) {
                CoachSlot slot = assignment.getSlots().get(entry.getKey());
                slot.setSchedule(null);
                List<LegTask> tasks = tasks(slot.id(), entry.getValue());
                if (tasks.isEmpty()) {
                    continue;
                }
                List<TripSchedule> before = trips.computeIfAbsent(slot.pool(), pool -> new ArrayList<>());
                PoolUsage others = new PoolUsage(slot.pool(), before);
                TripSchedule schedule = scheduler.schedule(slot.pool(), tasks, withTripsToCome(slot, before));
                if (schedule == null) {
                    schedule = scheduler.schedule(slot.pool(), tasks, others);
                }
                if (schedule == null) {
                    stayingBehind(slot, entry.getValue(), others).forEach(itineraries::remove);
                    settled = false;
                    break;
                }
                before.add(schedule);
                slot.setSchedule(schedule);
            }
        }
    }

    /** Leaves the coaches to the trips to come at the times they had. */
    private PoolUsage withTripsToCome(CoachSlot slot, List<TripSchedule> before) {
        PoolFact pool = slot.pool();
        LongStream.Builder from = LongStream.builder();
        LongStream.Builder until = LongStream.builder();
        before.forEach(trip -> from.add(trip.busyFrom()));
        before.forEach(trip -> until.add(trip.busyUntil()));
        for (int i = 0; i < pool.pinnedBusy.size(); i += 2) {
            from.add(pool.pinnedBusy.get(i));
            until.add(pool.pinnedBusy.get(i + 1));
        }
        for (int later = slot.id() + 1; later < pool.firstSlot + pool.slotCount; later++) {
            Plan.CoachTrip trip = tripOfSlot.get(later);
            if (trip != null && riders.getOrDefault(later, List.of()).stream().anyMatch(itineraries::containsKey)) {
                from.add(trip.busyFrom().getEpochSecond());
                until.add(trip.busyUntil().getEpochSecond());
            }
        }
        return new PoolUsage(
                pool.pool.count(), from.build().toArray(), until.build().toArray());
    }

    private List<GroupPart> stayingBehind(CoachSlot slot, List<GroupPart> riders, PoolUsage others) {
        return riders.stream()
                .filter(itineraries::containsKey)
                .sorted(Comparator.comparingInt(part -> itineraries.get(part).headcount()))
                .filter(part -> {
                    List<LegTask> rest = tasks(
                            slot.id(),
                            riders.stream().filter(other -> other != part).toList());
                    return !rest.isEmpty() && scheduler.schedule(slot.pool(), rest, others) != null;
                })
                .findFirst()
                .map(List::of)
                .orElse(riders);
    }

    /** A group that has grown fills the free seats of the coaches it rides all the way, whose times stay as they are. */
    private void enlarge(GroupFact group, PartSize left) {
        int persons = left.persons();
        for (int p = group.firstPart; p < group.firstPart + group.partCount && persons > left.wheelchairs(); p++) {
            GroupPart part = assignment.getParts().get(p);
            Itinerary old = itineraries.get(part);
            if (old == null || !old.direct()) {
                continue;
            }
            CoachSlot slot = assignment.getSlots().get(old.coachOut());
            TripSchedule before = slot.getSchedule();
            int more = Math.min(persons - left.wheelchairs(), before.freeSeats());
            itineraries.put(
                    part,
                    new Itinerary(
                            old.headcount() + more, old.wheelchairs(), null, slot.id(), Itinerary.NONE, old.rideFen()));
            TripSchedule after =
                    more <= 0 ? null : scheduler.schedule(slot.pool(), tasks(slot.id(), riders.get(slot.id())), null);
            if (after == null || after.busyFrom() != before.busyFrom() || after.busyUntil() != before.busyUntil()) {
                itineraries.put(part, old);
            } else {
                slot.setSchedule(after);
                persons -= more;
            }
        }
    }

    private List<LegTask> tasks(int slot, List<GroupPart> on) {
        List<LegTask> tasks = new ArrayList<>();
        for (GroupPart part : on) {
            Itinerary itinerary = itineraries.get(part);
            if (itinerary == null) {
                continue;
            }
            if (itinerary.coachOut() == slot) {
                tasks.add(itinerary.taskOut(part.group()));
            }
            if (itinerary.coachIn() == slot) {
                tasks.add(itinerary.taskIn(part.group()));
            }
        }
        tasks.sort(TripScheduler.CANONICAL);
        return tasks;
    }
}
