package io.chunfeng.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans that were made, each with the problem it answers, so that it can be checked again at any time. */
public interface PlanRepository {

    /**
     * Stores a plan. Never changes one that is stored.
     *
     * @throws IllegalArgumentException when {@link PlanChecker} finds a violation: such a plan is never stored
     */
    long save(PlanningProblem problem, Plan plan);

    Optional<StoredPlan> find(long id);

    /** Newest first, without the heavy parts. */
    List<Summary> list();

    record StoredPlan(long id, Instant storedAt, PlanningProblem problem, Plan plan) {}

    record Summary(long id, Instant storedAt, String problemName, Plan.Score score, Plan.Kpis kpis) {}
}
