package io.chunfeng.desk;

import io.chunfeng.desk.DraftRepository.Shown;
import io.chunfeng.desk.DraftRepository.Step;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drafts over their repository. Those in use are kept in memory and follow what other instances of the program write: the
 * version in the database decides.
 */
public final class DraftDesk implements Drafts {
    private static final int KEPT = 8;
    private static final Pattern JOURNEY = Pattern.compile("journeys\\[\\d+]");

    private final DraftRepository repository;
    private final PlanRepository plans;
    private final Reworking reworking;
    /** The draft used last is the last. */
    private final Map<Long, DraftState> states = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<Long, Worked> previews = new LinkedHashMap<>(16, 0.75f, true);

    /** What was shown last is what is done, without working it out again. */
    private record Worked(DraftState from, Operation operation, PlanDelta delta, Effect effect) {}

    public DraftDesk(DraftRepository repository, PlanRepository plans, Reworking reworking) {
        this.repository = repository;
        this.plans = plans;
        this.reworking = reworking;
    }

    @Override
    public Draft create(long planId, String name, String actor) {
        return repository.create(planId, name, actor);
    }

    @Override
    public List<Draft> list() {
        return repository.list();
    }

    @Override
    public Sheet sheet(long id) {
        Draft draft = draft(id);
        return state(draft).sheet(draft);
    }

    @Override
    public Effect preview(long id, int version, Operation operation) {
        return worked(id, open(id, version), operation).effect;
    }

    @Override
    public Sheet apply(long id, int version, Operation operation, String actor) {
        DraftState before = open(id, version);
        Worked worked = worked(id, before, operation);
        Step step = new Step(version + 1, DraftStep.Kind.DONE, version + 1, operation, worked.delta);
        return add(
                id,
                before,
                step,
                worked.effect,
                shown(true, false, Subject.of(operation, before.plan()), worked.delta, worked.effect.vehicles()),
                actor);
    }

    @Override
    public Sheet undo(long id, int version, String actor) {
        DraftState before = open(id, version);
        Step last = before.last();
        Step step = new Step(version + 1, DraftStep.Kind.UNDONE, last.version(), null, null);
        Shown shown = shown(before.doneSteps() > 1, true, null, last.delta().inverse(), vehicles(last));
        return add(id, before, step, null, shown, actor);
    }

    @Override
    public Sheet redo(long id, int version, String actor) {
        DraftState before = open(id, version);
        Step next = before.next();
        Step step = new Step(version + 1, DraftStep.Kind.REDONE, next.version(), null, null);
        return add(
                id,
                before,
                step,
                null,
                shown(true, before.undoneSteps() > 1, null, next.delta(), vehicles(next)),
                actor);
    }

    private Sheet add(long id, DraftState before, Step step, Effect effect, Shown shown, String actor) {
        Draft draft = repository.add(id, step, shown, actor);
        DraftState after = before.after(step, effect);
        keep(id, after);
        return after.sheet(draft);
    }

    private static Shown shown(
            boolean undoable, boolean redoable, Subject subject, PlanDelta delta, Set<String> vehicles) {
        return new Shown(undoable, redoable, subject, delta.costFen(), delta.persons(), vehicles);
    }

    private static Set<String> vehicles(Step step) {
        return vehicles(step.operation(), step.delta());
    }

    /** A pin changes nothing of a trip but that it is pinned. */
    private static Set<String> vehicles(Operation operation, PlanDelta delta) {
        if (operation instanceof Operation.Pin pin) {
            return Set.of(pin.tripId());
        }
        return operation instanceof Operation.Unpin unpin ? Set.of(unpin.tripId()) : delta.vehicles();
    }

    @Override
    public List<DraftStep> steps(long id, int afterVersion) {
        return repository.history(draft(id).id(), afterVersion);
    }

    @Override
    public long save(long id, int version, String actor) {
        DraftState state = open(id, version);
        if (!state.broken().isEmpty()) {
            throw new RefusedOperationException(
                    Reason.BROKEN,
                    state.broken().stream()
                            .map(violation -> violation.rule().name())
                            .distinct()
                            .toArray(String[]::new));
        }
        return repository.save(id, version, state.problem(), state.plan(), actor);
    }

    @Override
    public void drop(long id, int version, String actor) {
        repository.drop(id, version, actor);
    }

    private Draft draft(long id) {
        return repository.find(id).orElseThrow(() -> new IllegalArgumentException("no draft " + id));
    }

    private DraftState open(long id, int version) {
        Draft draft = draft(id);
        if (!draft.open()) {
            throw new RefusedOperationException(Reason.CLOSED, draft.name());
        }
        if (draft.version() != version) {
            throw new StaleDraftException(draft.version());
        }
        return state(draft);
    }

    /** At the draft's version. */
    private DraftState state(Draft draft) {
        DraftState known;
        synchronized (states) {
            known = states.get(draft.id());
        }
        if (known == null || known.version() > draft.version()) {
            PlanRepository.StoredPlan base = plans.find(draft.basePlan()).orElseThrow();
            known = DraftState.of(base.problem(), base.plan());
        }
        DraftState state = known;
        for (Step step : repository.steps(draft.id(), known.version(), draft.version())) {
            state = state.after(step, null);
        }
        keep(draft.id(), state);
        return state;
    }

    private void keep(long id, DraftState state) {
        synchronized (states) {
            DraftState known = states.get(id);
            if (known == null || known.version() < state.version()) {
                states.put(id, state);
            }
            drop(states);
        }
    }

    private static void drop(Map<Long, ?> kept) {
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private Worked worked(long id, DraftState state, Operation operation) {
        synchronized (previews) {
            Worked known = previews.get(id);
            if (known != null && known.from == state && known.operation.equals(operation)) {
                return known;
            }
        }
        Worked worked = work(state, operation);
        synchronized (previews) {
            previews.put(id, worked);
            drop(previews);
        }
        return worked;
    }

    private Worked work(DraftState state, Operation operation) {
        PlanningProblem problem = state.problem();
        Plan plan = state.plan();
        if (operation instanceof Operation.Pin pin) {
            requirePinned(state, pin.tripId(), false);
        } else if (operation instanceof Operation.Unpin unpin) {
            requirePinned(state, unpin.tripId(), true);
        } else if (operation instanceof Operation.Replace replace) {
            plan = replacement(problem, replace.planId());
        } else {
            Reworking.Reworked reworked = reworking.apply(
                    state.pinned().isEmpty() ? problem : PinnedByHand.of(problem, plan, state.pinned()),
                    plan,
                    state.used(),
                    operation);
            plan = reworked.plan();
            problem = reworked.problem().withPinned(problem.pinned());
        }
        PlanDelta delta = PlanDelta.of(state.plan(), plan);
        boolean pins = operation instanceof Operation.Pin || operation instanceof Operation.Unpin;
        if (delta.nothing() && !pins) {
            throw new RefusedOperationException(Reason.NOTHING_CHANGES);
        }
        List<Violation> before = state.broken();
        List<Violation> after = pins ? before : PlanChecker.check(problem, plan);
        Effect effect = new Effect(
                problem,
                plan,
                after,
                without(after, before),
                without(before, after),
                delta.costFen(),
                delta.persons(),
                vehicles(operation, delta),
                delta.groups());
        return new Worked(state, operation, delta, effect);
    }

    private static void requirePinned(DraftState state, String tripId, boolean pinned) {
        if (state.plan().coachTrips().stream().noneMatch(trip -> trip.id().equals(tripId))) {
            throw new RefusedOperationException(Reason.UNKNOWN, tripId);
        }
        if (state.pinned().contains(tripId) != pinned) {
            throw new RefusedOperationException(Reason.NOTHING_CHANGES, tripId);
        }
    }

    /** 继续优化 pins, and its clock is later; everything else must be the draft's. */
    private Plan replacement(PlanningProblem problem, long planId) {
        PlanRepository.StoredPlan stored = plans.find(planId)
                .orElseThrow(() -> new RefusedOperationException(Reason.UNKNOWN, String.valueOf(planId)));
        PlanningProblem other = stored.problem();
        boolean same = other.id().equals(problem.id())
                && other.emergency() == problem.emergency()
                && other.groups().equals(problem.groups())
                && other.coachPools().equals(problem.coachPools())
                && other.trainServices().equals(problem.trainServices())
                && other.flights().equals(problem.flights())
                && other.rules().equals(problem.rules())
                && other.published().equals(problem.published());
        if (!same) {
            throw new RefusedOperationException(Reason.OTHER_PROBLEM, String.valueOf(planId));
        }
        return stored.plan();
    }

    /** As often as it is in the first and not in the second. A journey may have another index meanwhile. */
    private static List<Violation> without(List<Violation> all, List<Violation> known) {
        Map<Violation, Integer> left = new HashMap<>();
        known.forEach(violation -> left.merge(anywhere(violation), 1, Integer::sum));
        return all.stream()
                .filter(violation -> left.merge(anywhere(violation), -1, Integer::sum) < 0)
                .toList();
    }

    private static Violation anywhere(Violation violation) {
        return new Violation(
                violation.rule(),
                JOURNEY.matcher(violation.where()).replaceAll("journey"),
                violation.message(),
                violation.key(),
                violation.figures());
    }
}
