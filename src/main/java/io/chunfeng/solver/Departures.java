package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the trips of a solution their best departures: a search of a large problem tries only the likely ones. */
final class Departures {
    private Departures() {}

    /** Changes the solution; nobody changes the coach, no pool needs more coaches than it has. */
    static void improve(Assignment solution) {
        TripScheduler scheduler = new TripScheduler(solution.instance());
        Map<PoolFact, List<CoachSlot>> slots = new HashMap<>();
        for (CoachSlot slot : solution.getSlots()) {
            if (slot.getSchedule() != null) {
                slots.computeIfAbsent(slot.pool(), pool -> new ArrayList<>()).add(slot);
            }
        }
        slots.forEach((pool, used) -> used.forEach(slot -> improve(slot, used, scheduler)));
    }

    private static void improve(CoachSlot slot, List<CoachSlot> used, TripScheduler scheduler) {
        List<TripSchedule> others = used.stream()
                .filter(other -> other != slot)
                .map(CoachSlot::getSchedule)
                .toList();
        TripSchedule now = slot.getSchedule();
        TripSchedule better = scheduler.schedule(
                slot.pool(), now.tasks(), now, () -> new PoolUsage(slot.pool(), others), now.costFen());
        if (better != null) {
            slot.setSchedule(better);
        }
    }
}
