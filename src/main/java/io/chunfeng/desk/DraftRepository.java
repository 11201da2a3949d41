package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: drafts and their steps as they are kept. Steps are only ever added. */
public interface DraftRepository {

    /** @throws IllegalArgumentException when there is no such plan */
    Draft create(long planId, String name, String actor);

    /** Newest first. */
    List<Draft> list();

    Optional<Draft> find(long id);

    /**
     * Adds a step, in one transaction with the draft's new version.
     *
     * @return the draft as it is then
     * @throws StaleDraftException when the draft is not at the version before the step's
     * @throws RefusedOperationException CLOSED
     */
    Draft add(long id, Step step, Shown shown, String actor);

    /** With versions in (after, until], oldest first. */
    List<Step> steps(long id, int after, int until);

    /** What people are shown of the steps after this version, oldest first. */
    List<DraftStep> history(long id, int after);

    /**
     * Stores the plan and closes the draft, in one transaction.
     *
     * @return id of the stored plan
     * @throws StaleDraftException when the draft is at another version
     * @throws RefusedOperationException CLOSED
     * @throws IllegalArgumentException when the plan breaks rules
     */
    long save(long id, int version, PlanningProblem problem, Plan plan, String actor);

    /**
     * Closes the draft without storing its plan.
     *
     * @throws StaleDraftException when the draft is at another version
     * @throws RefusedOperationException CLOSED
     */
    void drop(long id, int version, String actor);

    /**
     * @param version that it leads to
     * @param of version of the step that was made, taken back or made again: its own for one that is made
     * @param operation null unless the step was made now
     * @param delta likewise
     */
    record Step(int version, DraftStep.Kind kind, int of, Operation operation, PlanDelta delta) {}

    /**
     * What is shown of a step, and of the draft after it.
     *
     * @param undoable whether anything can be taken back then
     * @param redoable whether anything can be made again then
     * @param subject kept with a step that is made now; null for others
     */
    record Shown(
            boolean undoable, boolean redoable, Subject subject, long costFen, int persons, Set<String> vehicles) {}
}
