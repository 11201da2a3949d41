package io.chunfeng.web;

import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.closure.JourneyChange;
import io.chunfeng.closure.JourneyChanges;
import io.chunfeng.road.StoredClosure;
import java.util.List;

/**
 * What a closure would change, before it is kept.
 *
 * @param what is closed, in words
 * @param closedMetres of road
 * @param others closures of the same time that are kept already; the comparison is with the roads that they leave
 * @param groups that travel while it is closed
 * @param plans with trips that it hits
 * @param plansLooked newest plans that were looked at
 */
record ClosurePreview(
        String what,
        int closedMetres,
        List<StoredClosure> others,
        int groups,
        JourneyChanges changes,
        List<HitPlan> plans,
        int plansLooked) {
    static final int LISTED = 20;

    /** A plan and the drives of its trips on closed roads. */
    record HitPlan(PlanView view, List<ClosedDrive> drives) {
        public long trips() {
            return drives.stream().map(ClosedDrive::trip).distinct().count();
        }
    }

    /** The journeys that get most minutes longer. */
    public List<JourneyChange> longest() {
        return changes.longer().subList(0, Math.min(LISTED, changes.longer().size()));
    }

    public int cutOffGroups() {
        return changes.cutOff().stream().mapToInt(JourneyChange::groups).sum();
    }

    public int cutOffPersons() {
        return changes.cutOff().stream().mapToInt(JourneyChange::persons).sum();
    }
}
