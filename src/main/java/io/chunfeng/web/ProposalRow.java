package io.chunfeng.web;

import io.chunfeng.day.Proposal;
import io.chunfeng.day.ProposalKind;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import java.util.List;
import java.util.Map;

/**
 * A proposal in figures.
 *
 * @param message why there is none: words, or the kind of the one that it is the same as
 * @param extraFen what transport costs more than as published
 * @param changedTrips coach trips that are added, dropped or changed
 * @param counties changed people by county, most first
 * @param unserved who stays behind, and why
 * @param brokenRules found by the checker
 */
record ProposalRow(
        ProposalKind kind,
        Proposal.Outcome outcome,
        String message,
        long extraFen,
        PlanChanges.Totals totals,
        int changedTrips,
        List<County> counties,
        List<Plan.Unserved> unserved,
        int brokenRules) {

    record County(String code, String city, PlanChanges.Totals totals) {}

    static ProposalRow of(Proposal proposal, StoredPlan base, Regions regions) {
        if (proposal.outcome() != Proposal.Outcome.READY) {
            return new ProposalRow(
                    proposal.kind(), proposal.outcome(), proposal.message(), 0, null, 0, List.of(), List.of(), 0);
        }
        PlanChanges changes = proposal.changes(base.problem(), base.plan());
        return new ProposalRow(
                proposal.kind(),
                proposal.outcome(),
                null,
                proposal.extraFen(base.plan()),
                changes.totals(),
                changes.trips().size(),
                counties(changes.totalsByCounty(), regions),
                proposal.plan().unserved(),
                PlanChecker.check(proposal.problem(), proposal.plan()).size());
    }

    private static List<County> counties(Map<String, PlanChanges.Totals> totals, Regions regions) {
        return totals.entrySet().stream()
                .map(county -> new County(county.getKey(), regions.city(county.getKey()), county.getValue()))
                .sorted((one, other) ->
                        Integer.compare(other.totals().changed(), one.totals().changed()))
                .toList();
    }

    public boolean ready() {
        return outcome == Proposal.Outcome.READY;
    }

    public int unservedPersons() {
        return unserved.stream().mapToInt(Plan.Unserved::headcount).sum();
    }
}
