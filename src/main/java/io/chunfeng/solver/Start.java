package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.List;

/** The solution that solving starts from: nobody travels, or an earlier plan of the same problem. */
final class Start {
    /** No group is split finer than parts of about so many persons. */
    private static final int SMALLEST_USUAL_PART = 12;

    private Start() {}

    /**
     * @param plan an earlier plan, or null: what is published, if anything; what of it does not hold any more is left out
     */
    static Assignment of(Instance in, Plan plan) {
        List<GroupPart> parts = new ArrayList<>();
        for (GroupFact group : in.groups) {
            group.firstPart = parts.size();
            int most = Math.min(
                    group.headcount / group.minPart, ServiceFact.ceilDiv(group.headcount, SMALLEST_USUAL_PART) + 2);
            group.partCount = group.headcount >= group.minPart ? Math.max(1, most) : 0;
            for (int i = 0; i < group.partCount; i++) {
                parts.add(new GroupPart(parts.size(), group));
            }
        }
        List<CoachSlot> slots = new ArrayList<>();
        Dispatches dispatches = new Dispatches(in);
        for (PoolFact pool : in.pools) {
            pool.firstSlot = slots.size();
            pool.slotCount = dispatches.most(pool);
            for (int i = 0; i < pool.slotCount; i++) {
                slots.add(new CoachSlot(slots.size(), pool));
            }
        }
        Assignment assignment = new Assignment(in, parts, slots);
        if (plan != null) {
            new WarmStart(in, assignment).take(PlanningProblem.Pinned.of(plan));
        } else if (in.problem.replans()) {
            new WarmStart(in, assignment).take(in.problem.published());
        }
        return assignment;
    }
}
