package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Copies who rides what from one solution into another, whose facts stand for the same groups, pools and services. */
final class Transfer {
    private final Map<GroupFact, GroupFact> groups;
    private final Map<PoolFact, PoolFact> pools;

    /**
     * @param groups to the groups of the other solution, whose rides are the same in the same order
     * @param pools to the pools of the other solution
     */
    Transfer(Map<GroupFact, GroupFact> groups, Map<PoolFact, PoolFact> pools) {
        this.groups = groups;
        this.pools = pools;
    }

    /** @param parts that travel, with everybody who shares a coach with them */
    void copy(List<GroupPart> parts, Assignment from, Assignment to) {
        Map<Integer, CoachSlot> slots = new TreeMap<>();
        Map<Integer, List<LegTask>> riders = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        for (GroupPart part : parts) {
            GroupFact group = groups.get(part.group());
            Itinerary itinerary = part.getItinerary();
            for (int slot : itinerary.coaches()) {
                slots.computeIfAbsent(
                        slot, s -> free(to, pools.get(from.getSlots().get(s).pool()), taken));
            }
            Itinerary there = there(part.group(), group, itinerary, slots);
            to.partsOf(group).stream()
                    .filter(free -> free.getItinerary() == null)
                    .findFirst()
                    .orElseThrow()
                    .setItinerary(there);
            if (itinerary.coachOut() != Itinerary.NONE) {
                riders.computeIfAbsent(itinerary.coachOut(), slot -> new ArrayList<>())
                        .add(there.taskOut(group));
            }
            if (itinerary.coachIn() != Itinerary.NONE) {
                riders.computeIfAbsent(itinerary.coachIn(), slot -> new ArrayList<>())
                        .add(there.taskIn(group));
            }
        }
        slots.forEach((slot, there) -> {
            List<LegTask> tasks = riders.get(slot);
            tasks.sort(TripScheduler.CANONICAL);
            there.setSchedule(from.getSlots().get(slot).getSchedule().of(there.pool(), tasks));
        });
    }

    private static CoachSlot free(Assignment to, PoolFact pool, Set<Integer> taken) {
        return to.slotsOf(pool).stream()
                .filter(slot -> slot.getSchedule() == null && taken.add(slot.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Itinerary there(
            GroupFact groupHere, GroupFact groupThere, Itinerary itinerary, Map<Integer, CoachSlot> slots) {
        return new Itinerary(
                itinerary.headcount(),
                itinerary.wheelchairs(),
                itinerary.ride() == null ? null : groupThere.rides.get(groupHere.rides.indexOf(itinerary.ride())),
                slot(itinerary.coachOut(), slots),
                slot(itinerary.coachIn(), slots),
                itinerary.rideFen());
    }

    private static int slot(int coach, Map<Integer, CoachSlot> slots) {
        return coach == Itinerary.NONE ? Itinerary.NONE : slots.get(coach).id();
    }
}
