package io.chunfeng.desk;

import io.chunfeng.desk.DraftRepository.Step;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A draft with everything that its steps have made of it. Immutable. */
final class DraftState {
    private final PlanningProblem base;
    /** Steps that count, oldest first. */
    private final List<Step> done;
    /** Steps that were taken back, the one to be made again last. */
    private final List<Step> undone;

    private final int version;
    private final PlanningProblem problem;
    private final Plan plan;
    private final Set<String> used;
    private List<Violation> broken;

    private DraftState(
            PlanningProblem base,
            List<Step> done,
            List<Step> undone,
            int version,
            PlanningProblem problem,
            Plan plan,
            Set<String> used,
            List<Violation> broken) {
        this.base = base;
        this.done = done;
        this.undone = undone;
        this.version = version;
        this.problem = problem;
        this.plan = plan;
        this.used = used;
        this.broken = broken;
    }

    static DraftState of(PlanningProblem problem, Plan plan) {
        Set<String> used = new HashSet<>();
        plan.coachTrips().forEach(trip -> used.add(trip.id()));
        return new DraftState(problem, List.of(), List.of(), 0, problem, plan, used, null);
    }

    /** @param effect of the step where it is known, or null */
    DraftState after(Step step, Effect effect) {
        List<Step> nowDone = new ArrayList<>(done);
        List<Step> nowUndone = new ArrayList<>(undone);
        Set<String> nowUsed = used;
        Plan now;
        switch (step.kind()) {
            case DONE -> {
                nowDone.add(step);
                nowUndone.clear();
                nowUsed = new HashSet<>(used);
                for (Plan.CoachTrip trip : step.delta().added().coachTrips()) {
                    nowUsed.add(trip.id());
                }
                now = effect == null ? step.delta().apply(plan) : effect.plan();
            }
            case UNDONE -> {
                Step last = nowDone.remove(nowDone.size() - 1);
                nowUndone.add(last);
                now = last.delta().inverse().apply(plan);
            }
            default -> {
                Step next = nowUndone.remove(nowUndone.size() - 1);
                nowDone.add(next);
                now = next.delta().apply(plan);
            }
        }
        return new DraftState(
                base,
                nowDone,
                nowUndone,
                step.version(),
                problem(base, nowDone),
                now,
                nowUsed,
                effect == null ? null : effect.broken());
    }

    private static PlanningProblem problem(PlanningProblem base, List<Step> done) {
        PlanningProblem problem = base;
        for (Step step : done) {
            if (step.operation() instanceof Operation.Remedy remedy) {
                problem = remedy.change().applied(problem);
            }
        }
        return problem;
    }

    /** The step to be taken back. */
    Step last() {
        if (done.isEmpty()) {
            throw new RefusedOperationException(RefusedOperationException.Reason.NOTHING_TO_UNDO);
        }
        return done.get(done.size() - 1);
    }

    /** The step to be made again. */
    Step next() {
        if (undone.isEmpty()) {
            throw new RefusedOperationException(RefusedOperationException.Reason.NOTHING_TO_REDO);
        }
        return undone.get(undone.size() - 1);
    }

    int doneSteps() {
        return done.size();
    }

    int undoneSteps() {
        return undone.size();
    }

    int version() {
        return version;
    }

    PlanningProblem problem() {
        return problem;
    }

    Plan plan() {
        return plan;
    }

    /** Ids of all trips that were in it once. */
    Set<String> used() {
        return used;
    }

    /** Coach trips pinned by hand. */
    Set<String> pinned() {
        Set<String> pinned = new LinkedHashSet<>();
        for (Step step : done) {
            if (step.operation() instanceof Operation.Pin pin) {
                pinned.add(pin.tripId());
            }
            if (step.operation() instanceof Operation.Unpin unpin) {
                pinned.remove(unpin.tripId());
            }
        }
        Set<String> running = new HashSet<>();
        plan.coachTrips().forEach(trip -> running.add(trip.id()));
        pinned.retainAll(running);
        return pinned;
    }

    synchronized List<Violation> broken() {
        if (broken == null) {
            broken = PlanChecker.check(problem, plan);
        }
        return broken;
    }

    Sheet sheet(Draft draft) {
        return new Sheet(draft, problem, plan, pinned(), broken());
    }
}
