package io.chunfeng.run;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs as they are kept: port to the database. */
public interface RunRepository {

    /** Stores a queued run and schedules its execution, both or neither. */
    long queue(RunRequest request, int groups, int persons);

    /** The same for a run whose problem and first plan are there already: it goes on from them. */
    long queue(RunRequest request, PlanningProblem problem, Plan start, int persons);

    /** Groups that have seats by a publication in force, by the id of the published plan. */
    Map<Long, Set<String>> inForce();

    /** Runs of a scenario, newest first. */
    List<PlanningRun> ofScenario(long scenario);

    /** Marks a run that has not ended as stopping. */
    void askToStop(long id);

    Optional<PlanningRun> find(long id);

    /** The run that made a stored plan. */
    Optional<PlanningRun> ofPlan(long planId);

    /** Newest first. */
    List<PlanningRun> recent(int limit);

    /** Points with a number above the given one, in order. */
    List<PlanningRun.Point> pointsAfter(long id, int number);

    /**
     * Takes a run up, for the first time or again after an instance died or was shut down. Every earlier attempt loses its
     * right to write.
     *
     * @return empty when the run has ended or does not exist
     */
    Optional<Attempt> begin(long id);

    /** Keeps the problem for later attempts, and what its matrix avoids. */
    void keepProblem(Attempt attempt, PlanningProblem problem, PlanningRun.Avoided avoided);

    /** Notes with what the attempt works; a bound only where one is known. */
    void keepOrigin(Attempt attempt, PlanningRun.Origin origin);

    /** A stored plan with its problem. */
    Optional<PlanRepository.StoredPlan> plan(long planId);

    void addPoint(Attempt attempt, PlanningRun.Point point);

    void keepBest(Attempt attempt, Plan plan);

    /**
     * Notes the solving time of all attempts so far.
     *
     * @return whether somebody asked the run to stop
     */
    boolean heartbeat(Attempt attempt, long spentMillis);

    /** Back into the queue: another attempt goes on with what is left. */
    void release(Attempt attempt, long spentMillis);

    /**
     * Stores the plan and ends the run, both or neither.
     *
     * @throws IllegalArgumentException when the plan breaks a hard rule
     */
    void done(Attempt attempt, PlanningProblem problem, Plan plan);

    /** @param message for the dispatcher */
    void failed(Attempt attempt, String message);

    /**
     * One instance's work on a run.
     *
     * @param number 1, 2, 3, … of this run
     * @param spentMillis solving time of the attempts before
     * @param lastPoint number of the last improvement stored by the attempts before, or 0
     * @param problem as the first attempt built it; null in the first
     * @param best of the attempts before, or null
     */
    record Attempt(
            long run,
            int number,
            RunRequest request,
            long spentMillis,
            int lastPoint,
            boolean stopAsked,
            PlanningProblem problem,
            Plan best) {}

    /** Another attempt has taken the run over; whoever meets this stops working on it and writes nothing more. */
    final class LostAttemptException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LostAttemptException(Attempt attempt) {
            super("attempt " + attempt.number() + " of run " + attempt.run() + " was taken over by a later one");
        }
    }
}
