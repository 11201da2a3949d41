package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.ProblemChange;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** What if one thing were different: puts people who stay behind into a plan as it is, under a changed problem. */
final class Counterfactual {
    /** Compiling a plan costs about as much as working out so many trips, and more for large plans. */
    private static final int TRIES_A_PLAN = 10;

    /** Journeys and trips that are checked in the time of working out one trip. */
    private static final int CHECKED_A_TRY = 4;

    private static final int JOURNEYS_A_TRY = 50;

    /** Of a plan of more journeys than that, the rest counts in full: nothing is as dear as compiling it. */
    private static final int FEW_JOURNEYS = 2_000;

    private static final int FURTHER_JOURNEYS_A_TRY = 3;

    /** The greatest takes most people, and for least money. */
    private static final Comparator<WayIn> MOST_PEOPLE = Comparator.comparingInt(WayIn::persons)
            .thenComparing(Comparator.comparingLong(WayIn::fen).reversed());

    private final PlanningProblem problem;
    private final Plan plan;
    private final String groupId;
    private final int persons;
    private final int wheelchairs;
    private final Tries tries;

    /** @param plan everything in it stays; the people are not in it */
    Counterfactual(PlanningProblem problem, Plan plan, String groupId, int persons, int wheelchairs, Tries tries) {
        this.problem = problem;
        this.plan = plan;
        this.groupId = groupId;
        this.persons = persons;
        this.wheelchairs = wheelchairs;
        this.tries = tries;
    }

    /** Whether all of them can travel as things are. */
    boolean works() {
        return inserted(problem) != null;
    }

    boolean works(ProblemChange change) {
        return inserted(change.applied(problem)) != null;
    }

    /** The whole plan with all of them, checked; null when the change is not enough. */
    Plan with(ProblemChange change) {
        return checked(change.applied(problem));
    }

    /** The whole plan with as many of them as the change lets travel, unchecked; null when that is nobody. */
    Plan mostWith(ProblemChange change) {
        PlanningProblem changed = change.applied(problem);
        Plan all = inserted(changed);
        if (all != null) {
            return all;
        }
        Plan now = plan;
        int left = persons;
        int users = wheelchairs;
        for (List<WayIn> ways = ways(changed, now, left, users); !ways.isEmpty(); ) {
            WayIn way = ways.stream().max(MOST_PEOPLE).orElseThrow();
            now = PlanEdit.with(way, changed);
            left -= way.persons();
            users -= way.wheelchairs();
            ways = left == 0 ? List.of() : ways(changed, now, left, users);
        }
        return left == persons ? null : now;
    }

    /** The whole plan with all of them as things are, checked; null when they cannot travel so. */
    Plan unchanged() {
        return checked(problem);
    }

    private Plan checked(PlanningProblem changed) {
        Plan all = inserted(changed);
        if (all != null) {
            tries.take((all.journeys().size() + all.coachTrips().size()) / CHECKED_A_TRY);
        }
        return all != null && PlanChecker.check(changed, all).isEmpty() ? all : null;
    }

    /** The least of the changes numbered {@code from} to {@code to} that is enough; each is enough if one before it is. */
    ProblemChange least(int from, int to, IntFunction<ProblemChange> change) {
        if (from > to || !works(change.apply(to))) {
            return null;
        }
        int low = from;
        int high = to;
        while (low < high && !tries.spent()) {
            int middle = (low + high) >>> 1;
            if (works(change.apply(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return tries.spent() ? null : change.apply(high);
    }

    private Plan inserted(PlanningProblem changed) {
        List<WayIn> first = ways(changed, plan, persons, wheelchairs);
        if (first.isEmpty()) {
            return null;
        }
        Plan cheapest = inserted(changed, first, Comparator.comparingDouble(WayIn::fenPerPerson));
        return cheapest != null || persons == 1 ? cheapest : inserted(changed, first, MOST_PEOPLE.reversed());
    }

    private Plan inserted(PlanningProblem changed, List<WayIn> first, Comparator<WayIn> order) {
        Plan now = plan;
        int left = persons;
        int users = wheelchairs;
        List<WayIn> ways = first;
        while (!ways.isEmpty()) {
            WayIn way = ways.stream().min(order).orElseThrow();
            now = PlanEdit.with(way, changed);
            left -= way.persons();
            users -= way.wheelchairs();
            if (left == 0) {
                return now;
            }
            ways = ways(changed, now, left, users);
        }
        return null;
    }

    private List<WayIn> ways(PlanningProblem changed, Plan now, int left, int users) {
        if (tries.spent()) {
            return List.of();
        }
        int journeys = now.journeys().size();
        tries.take(TRIES_A_PLAN
                + journeys / JOURNEYS_A_TRY
                + Math.max(0, journeys - FEW_JOURNEYS) / FURTHER_JOURNEYS_A_TRY);
        return new WaysIn(new OpenPlan(changed, now, groupId, Set.of()), false, tries).find(left, users);
    }
}
