package io.chunfeng.solver;

import io.chunfeng.desk.Draft;
import io.chunfeng.desk.DraftDesk;
import io.chunfeng.desk.DraftRepository;
import io.chunfeng.desk.DraftStep;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One draft of one plan, kept without a database: for tests of what is done to it, not of how it is kept. */
final class DraftsInMemory implements DraftRepository {
    private final List<Step> steps = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    /** A desk with one draft, number 1, of this plan. */
    static DraftDesk desk(PlanningProblem problem, Plan plan) {
        return new DraftDesk(
                new DraftsInMemory(),
                new Base(new PlanRepository.StoredPlan(1, Instant.EPOCH, problem, plan)),
                new SolverReworking());
    }

    @Override
    public Draft create(long planId, String name, String actor) {
        return find(1).orElseThrow();
    }

    @Override
    public Optional<Draft> find(long id) {
        Shown last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return Optional.of(new Draft(
                1,
                "draft",
                1,
                steps.size(),
                "tester",
                Instant.EPOCH,
                last != null && last.undoable(),
                last != null && last.redoable(),
                null,
                false));
    }

    @Override
    public Draft add(long id, Step step, Shown more, String actor) {
        if (step.version() != steps.size() + 1) {
            throw new IllegalStateException("version " + step.version() + " after " + steps.size());
        }
        steps.add(step);
        shown.add(more);
        return find(id).orElseThrow();
    }

    @Override
    public List<Step> steps(long id, int after, int until) {
        return List.copyOf(steps.subList(after, until));
    }

    @Override
    public List<Draft> list() {
        return List.of(find(1).orElseThrow());
    }

    @Override
    public List<DraftStep> history(long id, int after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long save(long id, int version, PlanningProblem problem, Plan plan, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drop(long id, int version, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The plan that the draft was copied from. */
    private record Base(StoredPlan stored) implements PlanRepository {
        @Override
        public long save(PlanningProblem problem, Plan plan) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredPlan> find(long id) {
            return Optional.of(stored);
        }

        @Override
        public List<Summary> list() {
            return List.of();
        }
    }
}
