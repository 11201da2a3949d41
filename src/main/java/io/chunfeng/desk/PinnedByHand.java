package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import java.util.Set;

/** What a dispatcher has pinned, as the planner knows it. */
public final class PinnedByHand {
    private PinnedByHand() {}

    /**
     * The problem for planning around what is pinned, 继续优化: the sheet's, with its pinned trips, everybody on them and
     * all other trips of these people pinned. The sheet's plan is a start for it where it breaks no rule.
     */
    public static PlanningProblem of(Sheet sheet) {
        return of(sheet.problem(), sheet.plan(), sheet.pinnedTrips());
    }

    static PlanningProblem of(PlanningProblem problem, Plan plan, Set<String> trips) {
        return Replanning.pinning(problem, plan, trips);
    }
}
