package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import java.util.List;
import java.util.Set;

/**
 * What an operation does, before or after it is kept. Every figure is the checker's and the cost functions' own, of the
 * whole plan.
 *
 * @param problem as it would be: only a remedy changes it
 * @param plan as it would be
 * @param broken everything that the plan breaks then
 * @param added of these, what the plan before did not break
 * @param healed what the plan before broke and this one does not
 * @param costFen generalised cost, more if positive
 * @param persons people who travel, more if positive
 * @param vehicles ids of trips, trains and flights that change, are new or are gone
 * @param groups ids of groups whose people travel otherwise
 */
public record Effect(
        PlanningProblem problem,
        Plan plan,
        List<Violation> broken,
        List<Violation> added,
        List<Violation> healed,
        long costFen,
        int persons,
        Set<String> vehicles,
        Set<String> groups) {
    public Effect {
        broken = List.copyOf(broken);
        added = List.copyOf(added);
        healed = List.copyOf(healed);
        vehicles = Set.copyOf(vehicles);
        groups = Set.copyOf(groups);
    }
}
