package io.chunfeng.plan;

import java.util.List;

/**
 * Recomputes everything from the problem and the plan alone; shares no code with any planner, nor with the duty timeline
 * that planners use. Each rule is described in src/docs/rules.md.
 */
public final class PlanChecker {
    private PlanChecker() {}

    /**
     * Every violation of H01 to H18 and every stated figure that is wrong; empty for a valid plan. Whatever the plan holds
     * (unknown ids, nothing at all) gives violations, never an exception.
     *
     * @throws IllegalArgumentException when the problem has no matrix
     */
    public static List<Violation> check(PlanningProblem problem, Plan plan) {
        if (problem.matrix() == null) {
            throw new IllegalArgumentException(
                    "the problem " + problem.id() + " has no matrix to check a plan against");
        }
        Violations violations = new Violations();
        MissingCheck.check(plan, violations);
        if (!violations.none()) {
            return violations.all();
        }
        PlanView view = new PlanView(problem, plan);
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            TripCheck.check(view, trip, violations);
        }
        PoolCheck.check(view, violations);
        BookingCheck.check(view, violations);
        for (int i = 0; i < plan.journeys().size(); i++) {
            JourneyCheck.check(view, plan.journeys().get(i), view.where(i), violations);
        }
        CountCheck.check(view, violations);
        PinnedCheck.check(view, violations);
        FiguresCheck.check(view, violations);
        return violations.all();
    }
}
