package io.chunfeng.run;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.Doubt;
import java.util.List;
import java.util.Optional;

/** Planning as persistent jobs; several instances of the application may share one database. */
public interface PlanningRuns {

    /** Longest run that can be asked for: a night. */
    int MAX_SECONDS = 36_000;

    /**
     * Queues a run.
     *
     * @throws IllegalArgumentException with words for the dispatcher: no groups in the period, unknown configuration,
     *     seconds out of range, a closure that does not fit the loaded map
     */
    long start(RunRequest request);

    /**
     * 继续优化: queues a run that goes on with a plan.
     *
     * @param problem with its matrix; what must stay is pinned in it
     * @param start a plan of the problem
     * @throws IllegalArgumentException with words for the dispatcher: the plan breaks rules, or as {@link #start}
     */
    long improve(PlanningProblem problem, Plan start, ForDraft draft, String config, int seconds, long seed);

    /**
     * Queues a run of a what-if; it begins with the base's plan.
     *
     * @throws IllegalArgumentException with words for the dispatcher: a change does not fit, or as {@link #start}
     */
    long tryOut(Scenario scenario, String config, int seconds, long seed);

    /**
     * What a stored plan counts on that is not so today, for example because a what-if supposed it.
     *
     * @throws IllegalArgumentException when there is no such plan
     */
    List<CapacityGap> gaps(long planId);

    /** Runs of a scenario, newest first. */
    List<PlanningRun> ofScenario(long scenario);

    /** Asks a queued or running run to end with the best plan so far; no effect on one that has ended. */
    void stop(long id);

    Optional<PlanningRun> find(long id);

    /** The run that made a stored plan. */
    Optional<PlanningRun> ofPlan(long planId);

    /** Newest first. */
    List<PlanningRun> recent(int limit);

    /** Improvements of a run with a number above the given one, in order. */
    List<PlanningRun.Point> pointsAfter(long id, int number);

    /** What looks wrong with the coordinates of the places that a run uses, as they are registered now; never an obstacle. */
    List<Doubt> doubts(PlanningRun run);

    /** Names of the files in solver-configs that can be chosen. */
    List<String> configs();
}
