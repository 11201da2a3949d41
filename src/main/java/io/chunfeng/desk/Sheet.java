package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import java.util.List;
import java.util.Set;

/**
 * A draft as it stands at its version.
 *
 * @param problem without what is pinned by hand
 * @param pinnedTrips coach trips pinned by hand
 * @param broken what the plan breaks; it can be saved only when nothing is
 */
public record Sheet(Draft draft, PlanningProblem problem, Plan plan, Set<String> pinnedTrips, List<Violation> broken) {
    public Sheet {
        pinnedTrips = Set.copyOf(pinnedTrips);
        broken = List.copyOf(broken);
    }
}
