package io.chunfeng.web;

import io.chunfeng.day.Incidents;
import io.chunfeng.desk.Draft;
import io.chunfeng.desk.Drafts;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which run a stored plan goes back to: its own, that of the plan a draft was copied from, or of the plan before an incident. */
@Component
class PlanOrigins {
    private final PlanningRuns runs;
    private final Drafts drafts;
    private final Incidents incidents;

    PlanOrigins(PlanningRuns runs, Drafts drafts, Incidents incidents) {
        this.runs = runs;
        this.drafts = drafts;
        this.incidents = incidents;
    }

    /** Empty for plans that were stored by other means. */
    Optional<PlanningRun> run(long planId) {
        Optional<Long> plan = Optional.of(planId);
        while (plan.isPresent()) {
            Optional<PlanningRun> run = runs.ofPlan(plan.get());
            if (run.isPresent()) {
                return run;
            }
            plan = before(plan.get());
        }
        return Optional.empty();
    }

    private Optional<Long> before(long planId) {
        return drafts.list().stream()
                .filter(draft -> draft.savedAs() != null && draft.savedAs() == planId)
                .map(Draft::basePlan)
                .findFirst()
                .or(() -> incidents.origin(planId).map(Incidents.Origin::before));
    }
}
