package io.chunfeng.day;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import io.chunfeng.road.RoadMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The problem behind each kind of proposal. Pure.
 *
 * @param problem that the plan in force was made for
 * @param plan in force
 * @param roads as they are now; null unless a road is closed
 * @param affected ids of groups that may be asked to arrive later
 * @param coaches of each pool, those kept back included
 */
public record ProposalProblems(
        PlanningProblem problem,
        Plan plan,
        Happening happening,
        Instant happenedAt,
        Instant asOf,
        RoadMatrix roads,
        Set<String> affected,
        Map<String, Integer> coaches) {
    /** How much later than asked for somebody may be proposed to arrive. */
    public static final Duration LATER = Duration.ofHours(12);

    public ProposalProblems {
        affected = Set.copyOf(affected);
        coaches = Map.copyOf(coaches);
    }

    /** Empty when this kind is none here: nothing to be planned anew, nothing kept back, nobody to be asked. */
    public Optional<PlanningProblem> of(ProposalKind kind) {
        return switch (kind) {
            case LEAST_CHANGE -> replan(problem);
            case WITH_RESERVE -> {
                PlanningProblem released = withReserve();
                yield released.coachPools().equals(problem.coachPools()) ? Optional.empty() : replan(released);
            }
            case LATER -> affected.isEmpty() ? Optional.empty() : replan(withLaterArrivals());
        };
    }

    private Optional<PlanningProblem> replan(PlanningProblem base) {
        List<Change> changes = Consequences.of(happening, happenedAt, asOf, base, plan, roads);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(Replanning.problem(apart(base), plan, new Changes(asOf, Set.of(), changes)));
    }

    /** Where the others have their tickets, those who are more at the door travel apart from them, however few they are. */
    private PlanningProblem apart(PlanningProblem base) {
        if (!(happening instanceof Happening.GroupResized resized)) {
            return base;
        }
        return base.withGroups(base.groups().stream()
                .map(group -> group.id().equals(resized.groupId()) && resized.persons() > group.headcount()
                        ? group.withMinPart(Math.min(group.minPart(), resized.persons() - group.headcount()))
                        : group)
                .toList());
    }

    private PlanningProblem withReserve() {
        return problem.withCoachPools(problem.coachPools().stream()
                .map(pool -> released(pool, coaches.getOrDefault(pool.id(), 0)))
                .toList());
    }

    private static CoachPool released(CoachPool pool, int all) {
        return all > pool.count() ? pool.withCount(all) : pool;
    }

    private PlanningProblem withLaterArrivals() {
        return problem.withGroups(problem.groups().stream()
                .map(group -> affected.contains(group.id()) ? later(group) : group)
                .toList());
    }

    private static Group later(Group group) {
        return group.withWindow(group.earliestDeparture(), group.latestArrival().plus(LATER));
    }
}
