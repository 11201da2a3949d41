package io.chunfeng.day;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.List;

/**
 * One way out, as it was worked out.
 *
 * @param message why there is none, or null
 * @param problem null unless it is {@link Outcome#READY}
 * @param plan null unless it is ready; valid
 * @param avoided ids of the closures that its roads do without, beside those of the plan before
 */
public record Proposal(
        ProposalKind kind,
        Outcome outcome,
        String message,
        PlanningProblem problem,
        Plan plan,
        List<Long> avoided,
        Instant finishedAt) {

    public Proposal {
        avoided = List.copyOf(avoided);
    }

    /** Each has a message {@code proposal.outcome.<name>}. */
    public enum Outcome {
        READY,
        /** Moves the same people in the same way as one before. */
        SAME,
        /** Nothing kept back, nothing to be planned anew. */
        NOT_POSSIBLE,
        FAILED
    }

    /** What changes for people against what they were told. */
    public PlanChanges changes(PlanningProblem before, Plan published) {
        return PlanChanges.between(before, published, problem, plan);
    }

    /** What the transport costs more (or less), the price put on changes left out; fen. */
    public long extraFen(Plan published) {
        return transport(plan) - transport(published);
    }

    private static long transport(Plan plan) {
        return plan.score().costFen() - plan.score().parts().changeFen();
    }
}
