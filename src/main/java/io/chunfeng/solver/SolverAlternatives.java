package io.chunfeng.solver;

import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Alternatives found by taking the people out of the plan and putting them in again in every other way. */
public final class SolverAlternatives implements Alternatives {
    private static final long TRIES = 2_000;
    private static final int OF_A_KIND = 2;

    @Override
    public List<Alternative> of(PlanningProblem problem, Plan plan, int journey) {
        Plan.Journey own = plan.journeys().get(journey);
        if (problem.pinned().journeys().contains(own)) {
            return List.of();
        }
        Plan rest = PlanEdit.without(new OpenPlan(problem, plan, own.groupId(), vehicles(own)), journey);
        List<Alternative> valid = new ArrayList<>();
        List<Alternative> broken = new ArrayList<>();
        List<PlanningProblem> relaxed = Relaxed.of(problem, own);
        for (int r = 0; r < relaxed.size(); r++) {
            for (Alternative found : search(problem, relaxed.get(r), plan, rest, own)) {
                (found.valid() ? valid : broken).add(found);
            }
        }
        return choose(distinct(valid), distinct(broken));
    }

    private static Set<String> vehicles(Plan.Journey journey) {
        return journey.legs().stream().map(Plan.Leg::vehicle).collect(Collectors.toSet());
    }

    /** Ways that a relaxed problem admits, judged by the real one. */
    private static List<Alternative> search(
            PlanningProblem problem, PlanningProblem relaxed, Plan plan, Plan rest, Plan.Journey own) {
        OpenPlan open = new OpenPlan(relaxed, rest, own.groupId(), Set.of());
        Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
        List<Alternative> found = new ArrayList<>();
        for (WayIn way : new WaysIn(open, true, new Tries(TRIES)).find(own.headcount(), own.wheelchairs())) {
            Kind kind = kind(way);
            if (taken.getOrDefault(kind, 0) >= OF_A_KIND) {
                continue;
            }
            Plan changed = PlanEdit.with(way, problem);
            Plan.Journey journey = changed.journeys().get(changed.journeys().size() - 1);
            List<Violation> broken = PlanChecker.check(problem, changed);
            boolean ownButTooSmall = kind == Kind.OWN_COACH && tooSmall(broken);
            if (vehicles(journey).equals(vehicles(own)) || ownButTooSmall || sameAgain(plan, changed, journey, own)) {
                continue;
            }
            taken.merge(kind, 1, Integer::sum);
            Plan.Leg main = journey.legs().get(way.ride() == null || way.out() == null ? 0 : 1);
            String pool = kind == Kind.OWN_COACH || kind == Kind.OTHER_COACH
                    ? way.out().after().pool().pool.id()
                    : null;
            found.add(new Alternative(
                    kind,
                    journey,
                    main.vehicle(),
                    pool,
                    changed.score().costFen() - plan.score().costFen(),
                    broken));
        }
        return found;
    }

    /** The same way at the same times and cost: the same coach under another name. */
    private static boolean sameAgain(Plan plan, Plan changed, Plan.Journey journey, Plan.Journey own) {
        if (changed.score().costFen() != plan.score().costFen()
                || journey.legs().size() != own.legs().size()) {
            return false;
        }
        for (int i = 0; i < own.legs().size(); i++) {
            Plan.Leg now = own.legs().get(i);
            Plan.Leg then = journey.legs().get(i);
            if (!now.equals(
                    new Plan.Leg(now.vehicle(), then.board(), then.boardAt(), then.alight(), then.alightAt()))) {
                return false;
            }
        }
        return true;
    }

    /** That a coach of their own does not hold them teaches nobody anything. */
    private static boolean tooSmall(List<Violation> broken) {
        return broken.stream().anyMatch(violation -> violation.rule() == Rule.H01);
    }

    private static Kind kind(WayIn way) {
        if (way.ride() != null) {
            return way.ride().service().rail ? Kind.TRAIN : Kind.FLIGHT;
        }
        if (way.out().joined() == null) {
            return Kind.OWN_COACH;
        }
        return way.out().joined().pool() == way.out().after().pool() ? Kind.OTHER_TRIP : Kind.OTHER_COACH;
    }

    /** Relaxing one rule finds again what keeps them all. */
    private static List<Alternative> distinct(List<Alternative> found) {
        Set<List<Object>> seen = new HashSet<>();
        return found.stream()
                .sorted(Comparator.comparingLong(Alternative::differenceFen))
                .filter(one -> seen.add(List.of(one.kind(), one.vehicle(), String.valueOf(one.poolId()))))
                .toList();
    }

    /** The best of each kind before the second best of one; a broken one that is cheaper than all, or where there is room. */
    private static List<Alternative> choose(List<Alternative> valid, List<Alternative> broken) {
        Set<Kind> kinds = new HashSet<>();
        List<Alternative> chosen = new ArrayList<>();
        List<Alternative> second = new ArrayList<>();
        for (Alternative one : valid) {
            (kinds.add(one.kind()) ? chosen : second).add(one);
        }
        chosen.addAll(second);
        List<Alternative> best = new ArrayList<>(chosen.subList(0, Math.min(MOST, chosen.size())));
        best.sort(Comparator.comparingLong(Alternative::differenceFen));
        boolean instructive = !broken.isEmpty()
                && (best.isEmpty()
                        || broken.get(0).differenceFen() < best.get(0).differenceFen());
        if (instructive && best.size() == MOST) {
            best.remove(MOST - 1);
        }
        for (Alternative one : broken) {
            if (best.size() < MOST) {
                best.add(one);
            }
        }
        return best;
    }
}
