package io.chunfeng.run;

import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.util.List;

/** A problem with other rules, or under another name with other places and without its matrix. */
final class Remade {
    private Remade() {}

    static PlanningProblem rules(PlanningProblem problem, Rules rules, boolean emergency) {
        return new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                emergency,
                problem.places(),
                problem.matrix(),
                problem.groups(),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                rules,
                problem.pinned(),
                problem.published());
    }

    static PlanningProblem bare(PlanningProblem problem, String id, String name, List<Place> places) {
        return new PlanningProblem(
                id,
                name,
                problem.asOf(),
                problem.emergency(),
                places,
                null,
                problem.groups(),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                problem.rules(),
                problem.pinned(),
                problem.published());
    }
}
