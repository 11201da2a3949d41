package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The solution that solving starts from: nobody travels, or an earlier plan of the same problem. */
final class Start {
    /** No group is split finer than parts of about so many persons. */
    private static final int SMALLEST_USUAL_PART = 12;

    private static final int TRIPS_PER_COACH = 4;

    private Start() {}

    /** @param plan an earlier plan, or null; what of it does not hold any more is left out */
    static Assignment of(Instance in, Plan plan) {
        List<GroupPart> parts = new ArrayList<>();
        int persons = 0;
        for (GroupFact group : in.groups) {
            persons += group.headcount;
            group.firstPart = parts.size();
            int most = Math.min(
                    group.headcount / group.minPart, ServiceFact.ceilDiv(group.headcount, SMALLEST_USUAL_PART) + 2);
            group.partCount = group.headcount >= group.minPart ? Math.max(1, most) : 0;
            for (int i = 0; i < group.partCount; i++) {
                parts.add(new GroupPart(parts.size(), group));
            }
        }
        List<CoachSlot> slots = new ArrayList<>();
        for (PoolFact pool : in.pools) {
            pool.firstSlot = slots.size();
            int useful = 2 * ServiceFact.ceilDiv(persons, Math.max(1, pool.seats(1))) + in.groups.size();
            pool.slotCount = Math.min(pool.pool.count() * TRIPS_PER_COACH, useful);
            for (int i = 0; i < pool.slotCount; i++) {
                slots.add(new CoachSlot(slots.size(), pool));
            }
        }
        Assignment assignment = new Assignment(in, parts, slots);
        if (plan != null) {
            new Warm(in, assignment).take(plan);
        }
        return assignment;
    }

    /** Carries an earlier plan over. */
    private static final class Warm {
        private final Instance in;
        private final Assignment assignment;
        private final Map<GroupPart, Itinerary> itineraries = new HashMap<>();
        private final Map<Integer, List<GroupPart>> riders = new TreeMap<>();

        Warm(Instance in, Assignment assignment) {
            this.in = in;
            this.assignment = assignment;
        }

        void take(Plan plan) {
            Map<String, Integer> slotOfTrip = slots(plan);
            Map<String, GroupFact> groups = new HashMap<>();
            in.groups.forEach(group -> groups.put(group.group.id(), group));
            Map<GroupFact, Integer> nextPart = new HashMap<>();
            Set<Plan.Journey> pinned = new HashSet<>(in.problem.pinned().journeys());
            for (Plan.Journey journey : plan.journeys()) {
                GroupFact group = groups.get(journey.groupId());
                if (group == null || pinned.contains(journey)) {
                    continue;
                }
                int part = nextPart.merge(group, 1, Integer::sum) - 1;
                Itinerary itinerary = part < group.partCount ? itinerary(group, journey, slotOfTrip) : null;
                if (itinerary != null) {
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
            itineraries.forEach(GroupPart::setItinerary);
        }

        private Map<String, Integer> slots(Plan plan) {
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
                    }
                }
            }
            return slotOfTrip;
        }

        private Itinerary itinerary(GroupFact group, Plan.Journey journey, Map<String, Integer> slotOfTrip) {
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
                                    journey.headcount(),
                                    journey.wheelchairs(),
                                    ride,
                                    out,
                                    back,
                                    in.rideFen(group, ride, journey.headcount()));
                }
            }
            Integer slot = legs.size() == 1 ? slotOfTrip.get(legs.get(0).vehicle()) : null;
            return slot == null
                    ? null
                    : new Itinerary(journey.headcount(), journey.wheelchairs(), null, slot, Itinerary.NONE, 0);
        }

        private boolean matches(RideOption ride, Plan.Leg leg) {
            return leg.vehicle().equals(ride.service().id)
                    && leg.board().equals(in.placeIds[ride.service().place[ride.board()]])
                    && leg.alight().equals(in.placeIds[ride.service().place[ride.alight()]])
                    && leg.boardAt().getEpochSecond() == ride.departure();
        }

        /** Works out every trip; riders of one that does not hold any more stay behind, which may change others. */
        private void schedule() {
            TripScheduler scheduler = new TripScheduler(in);
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
                    List<TripSchedule> others = trips.computeIfAbsent(slot.pool(), pool -> new ArrayList<>());
                    TripSchedule schedule =
                            scheduler.schedule(slot.pool(), tasks, new PoolUsage(slot.pool(), others));
                    if (schedule == null) {
                        entry.getValue().forEach(itineraries::remove);
                        settled = false;
                        break;
                    }
                    others.add(schedule);
                    slot.setSchedule(schedule);
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
}
