package io.chunfeng.solver;

import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;

/** OptaPlanner copies each new best solution; by reflection that took a quarter of the time on a thousand groups. */
public final class AssignmentCloner implements SolutionCloner<Assignment> {
    /** For OptaPlanner. */
    public AssignmentCloner() {}

    @Override
    public Assignment cloneSolution(Assignment original) {
        return original.copy();
    }
}
