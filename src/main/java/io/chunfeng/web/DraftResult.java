package io.chunfeng.web;

import io.chunfeng.desk.Draft;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Sheet;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.run.PlanningRun;
import org.springframework.stereotype.Component;

/** What taking the result of 继续优化 into its draft would change, as the draft is now. */
@Component
class DraftResult {
    private final Drafts drafts;
    private final PlanShelf shelf;

    DraftResult(Drafts drafts, PlanShelf shelf) {
        this.drafts = drafts;
        this.shelf = shelf;
    }

    /**
     * @param costFen more if positive
     * @param persons who travel, more if positive
     * @param moved people who travel otherwise
     * @param trips coach trips that change, are new or are gone
     * @param changedSince whether somebody has changed the draft since the run began: that would be lost
     */
    record Result(Draft draft, long costFen, int persons, int moved, int trips, boolean changedSince) {}

    /** Null for a run that is not of a draft, or has no plan. */
    Result of(PlanningRun run) {
        if (run.request().draft() == null || run.planId() == null) {
            return null;
        }
        Sheet sheet;
        try {
            sheet = drafts.sheet(run.request().draft().draft());
        } catch (IllegalArgumentException e) {
            return null;
        }
        PlanView found = shelf.get(run.planId());
        PlanChanges changes = PlanChanges.between(sheet.problem(), sheet.plan(), found.problem(), found.plan());
        return new Result(
                sheet.draft(),
                found.plan().score().costFen() - sheet.plan().score().costFen(),
                found.plan().kpis().persons() - sheet.plan().kpis().persons(),
                changes.totals().moved(),
                changes.trips().size(),
                sheet.draft().version() != run.request().draft().version());
    }
}
