package io.chunfeng.run;

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
