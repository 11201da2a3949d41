package io.chunfeng.command;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanKpis;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedReason;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The smallest valid planner. */
class ServesNobody implements Planner {
    @Override
    public Plan plan(PlanningProblem problem, Options options, Consumer<Progress> progress, BooleanSupplier stop) {
        List<Plan.Unserved> unserved = problem.groups().stream()
                .map(group -> new Plan.Unserved(
                        group.id(),
                        group.headcount(),
                        group.wheelchairs(),
                        UnservedReason.CAPACITY_TAKEN,
                        new Plan.Remedy("加车", "ADD_COACH", Map.of())))
                .toList();
        return new Plan(
                problem.id(),
                String.valueOf(options.config().getFileName()),
                options.seed(),
                options.mapSha256(),
                problem.asOf(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                unserved,
                PlanCosts.score(problem, List.of(), List.of(), List.of(), List.of(), unserved),
                PlanKpis.kpis(problem, List.of(), List.of(), List.of(), List.of()));
    }
}
