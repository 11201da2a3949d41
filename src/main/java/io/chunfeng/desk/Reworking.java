package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.Set;

/** Port: changes a plan as an operation says, implemented by the solver, which knows how trips are worked out. */
public interface Reworking {

    /**
     * The changed plan with all its figures. Trips of the people concerned are worked out anew with the best order of stops,
     * departure and drivers that keep the rules; where none does, with the one that breaks least. Nothing else changes.
     *
     * @param problem with its matrix; what is pinned in it, by hand or before, stays
     * @param used ids of trips that were in the draft once: no new trip gets one of them
     * @param operation any but {@link Operation.Pin}, {@link Operation.Unpin} and {@link Operation.Replace}
     * @throws RefusedOperationException when it cannot be done at all
     */
    Reworked apply(PlanningProblem problem, Plan plan, Set<String> used, Operation operation);

    /** @param problem the same, unless the operation is a remedy */
    record Reworked(PlanningProblem problem, Plan plan) {}
}
