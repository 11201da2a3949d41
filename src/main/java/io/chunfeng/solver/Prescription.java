package io.chunfeng.solver;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.ProblemChange;
import io.chunfeng.plan.RemedyAction;
import io.chunfeng.plan.UnservedReason;
import io.chunfeng.plan.UnservedWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Why the people of a plan stay behind and what would let them travel, both found by trying. The reason: the first single
 * change that lets them travel alone on the empty road. The remedy: the first single change that lets all of them travel in
 * this plan as it is, with every other trip kept, and the least of its kind; its price is what the whole plan would cost
 * more. Bounded by steps; those for whom none are left keep the {@link Diagnosis}.
 */
final class Prescription {
    private static final long TRIES_A_GROUP = 4_000;
    private static final long TRIES_A_PLAN = 30_000;
    private static final int PRICED = 3;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Plan empty;
    private long left = TRIES_A_PLAN;

    /** A reason, and the changes without which it would not be one. */
    private record Cause(UnservedReason reason, Supplier<List<ProblemChange>> changes) {}

    private Prescription(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        PlanningProblem.Pinned pinned = problem.pinned();
        empty = with(plan, pinned.coachTrips(), pinned.trainBookings(), pinned.flightBookings(), pinned.journeys());
    }

    private static Plan with(
            Plan plan,
            List<Plan.CoachTrip> trips,
            List<Plan.TrainBooking> trains,
            List<Plan.FlightBooking> flights,
            List<Plan.Journey> journeys) {
        return new Plan(
                plan.problemId(),
                plan.solverConfig(),
                plan.seed(),
                plan.mapSha256(),
                plan.codeVersion(),
                plan.createdAt(),
                trips,
                trains,
                flights,
                journeys,
                List.of(),
                plan.score(),
                plan.kpis());
    }

    /**
     * The plan with a reason and a remedy for everyone who stays behind. Whoever can travel as things are, because the
     * search ended before it came to them, does travel; everything else is as it was.
     */
    static Plan written(PlanningProblem problem, Plan plan) {
        if (plan.unserved().isEmpty()) {
            return plan;
        }
        Plan complete = completed(problem, plan);
        return complete.unserved().isEmpty() ? complete : new Prescription(problem, complete).written();
    }

    private static Plan completed(PlanningProblem problem, Plan plan) {
        Tries tries = new Tries(TRIES_A_PLAN);
        Plan complete = plan;
        for (Plan.Unserved rest : mostWeightFirst(problem, plan)) {
            Plan more = new Counterfactual(
                            problem, complete, rest.groupId(), rest.headcount(), Math.max(0, rest.wheelchairs()), tries)
                    .unchanged();
            complete = more == null ? complete : more;
        }
        return complete;
    }

    private static List<Plan.Unserved> mostWeightFirst(PlanningProblem problem, Plan plan) {
        Map<String, Group> groups = new HashMap<>();
        problem.groups().forEach(group -> groups.put(group.id(), group));
        List<Plan.Unserved> order = new ArrayList<>(plan.unserved());
        order.sort(Comparator.comparingLong((Plan.Unserved rest) -> -(long) rest.headcount()
                        * problem.rules()
                                .weights()
                                .unserved(groups.get(rest.groupId()).priority()))
                .thenComparing(Plan.Unserved::groupId));
        return order;
    }

    private Plan written() {
        Map<String, Group> groups = new HashMap<>();
        problem.groups().forEach(group -> groups.put(group.id(), group));
        Map<Plan.Unserved, Plan.Unserved> after = new HashMap<>();
        for (Plan.Unserved rest : mostWeightFirst(problem, plan)) {
            after.put(rest, explained(groups.get(rest.groupId()), rest));
        }
        List<Plan.Unserved> unserved = plan.unserved().stream().map(after::get).toList();
        return new Plan(
                plan.problemId(),
                plan.solverConfig(),
                plan.seed(),
                plan.mapSha256(),
                plan.codeVersion(),
                plan.createdAt(),
                plan.coachTrips(),
                plan.trainBookings(),
                plan.flightBookings(),
                plan.journeys(),
                unserved,
                plan.score(),
                plan.kpis());
    }

    private Plan.Unserved explained(Group group, Plan.Unserved rest) {
        if (left <= 0) {
            return rest;
        }
        Tries tries = new Tries(Math.min(left, TRIES_A_GROUP));
        long before = tries.left();
        Plan.Unserved answer = tried(group, rest, tries);
        left -= before - tries.left();
        return answer;
    }

    private Plan.Unserved tried(Group group, Plan.Unserved rest, Tries tries) {
        int wheelchairs = Math.max(0, rest.wheelchairs());
        Remedies alone = new Remedies(problem, empty, group, rest.headcount(), wheelchairs, tries);
        UnservedReason reason = reason(group, rest.headcount(), wheelchairs, alone, tries);
        if (reason == null) {
            return rest;
        }
        Remedies here = new Remedies(problem, plan, group, rest.headcount(), wheelchairs, tries);
        for (Supplier<List<ProblemChange>> kind : kinds(reason, here)) {
            Plan.Remedy best = cheapest(kind.get(), group, rest, tries);
            if (best != null) {
                return new Plan.Unserved(group.id(), rest.headcount(), rest.wheelchairs(), reason, best);
            }
        }
        RemedyAction none = reason == UnservedReason.UNREACHABLE
                ? RemedyAction.CHECK_PLACES
                : tries.spent() ? RemedyAction.NOT_TRIED : RemedyAction.NONE;
        Plan.Remedy remedy = new Plan.Remedy(
                UnservedWords.of(Locale.SIMPLIFIED_CHINESE).action(none), none.name(), Map.of("groupId", group.id()));
        return new Plan.Unserved(group.id(), rest.headcount(), rest.wheelchairs(), reason, remedy);
    }

    /** Null when there were too few tries to tell. */
    private UnservedReason reason(Group group, int persons, int wheelchairs, Remedies alone, Tries tries) {
        if (new Counterfactual(problem, empty, group.id(), persons, wheelchairs, tries).works()) {
            return UnservedReason.CAPACITY_TAKEN;
        }
        List<Cause> causes = List.of(
                new Cause(UnservedReason.PART_TOO_LARGE, alone::smallerParts),
                new Cause(UnservedReason.NO_WHEELCHAIR_SPACE, alone::moreWheelchairSpaces),
                new Cause(UnservedReason.BELOW_MINIMUM, alone::fewerForMinimum),
                new Cause(UnservedReason.CAPACITY_TAKEN, alone::moreCoaches),
                new Cause(UnservedReason.CAPACITY_TAKEN, alone::moreCarriages),
                new Cause(UnservedReason.CAPACITY_TAKEN, alone::moreSeats),
                new Cause(UnservedReason.WINDOW_TOO_SHORT, alone::laterArrivals),
                new Cause(UnservedReason.WINDOW_TOO_SHORT, alone::earlierDepartures),
                new Cause(UnservedReason.NO_HOME_COACH, alone::emergency),
                new Cause(UnservedReason.NO_SERVICE_OF_MODE, alone::otherModes));
        for (Cause cause : causes) {
            if (!cause.changes.get().isEmpty()) {
                return cause.reason;
            }
        }
        if (tries.spent()) {
            return null;
        }
        Instance in = new Instance(problem.withGroups(List.of(group)).withPinned(PlanningProblem.Pinned.NONE));
        return new Diagnosis(in).of(in.groups.get(0), persons, wheelchairs);
    }

    /** What an operator would think of first comes first. */
    private static List<Supplier<List<ProblemChange>>> kinds(UnservedReason reason, Remedies r) {
        return switch (reason) {
            case UNREACHABLE -> List.of(r::otherModes);
            case PART_TOO_LARGE -> List.of(r::smallerParts, r::moreCarriages, r::otherModes);
            case NO_WHEELCHAIR_SPACE -> List.of(r::moreWheelchairSpaces, r::moreCarriages, r::otherModes);
            case WINDOW_TOO_SHORT -> List.of(r::laterArrivals, r::earlierDepartures, r::otherModes);
            case NO_HOME_COACH -> List.of(r::emergency, r::otherModes);
            case NO_SERVICE_OF_MODE -> List.of(r::otherModes, r::moreCoaches, r::laterArrivals);
            case BELOW_MINIMUM -> List.of(r::fewerForMinimum, r::otherModes, r::laterArrivals);
            case CAPACITY_TAKEN ->
                List.of(
                        r::moreCoaches,
                        r::moreCarriages,
                        r::moreSeats,
                        r::fewerForMinimum,
                        r::laterArrivals,
                        r::earlierDepartures,
                        r::smallerParts,
                        r::moreWheelchairSpaces,
                        r::otherModes,
                        r::emergency);
        };
    }

    private Plan.Remedy cheapest(List<ProblemChange> changes, Group group, Plan.Unserved rest, Tries tries) {
        ProblemChange best = null;
        long bestFen = Long.MAX_VALUE;
        for (ProblemChange change : changes.subList(0, Math.min(PRICED, changes.size()))) {
            Plan all = new Counterfactual(
                            problem, plan, group.id(), rest.headcount(), Math.max(0, rest.wheelchairs()), tries)
                    .with(change);
            long fen = all == null
                    ? Long.MAX_VALUE
                    : all.score().costFen() - plan.score().costFen();
            if (fen < bestFen) {
                bestFen = fen;
                best = change;
            }
        }
        if (best == null) {
            return null;
        }
        Map<String, String> details = new HashMap<>(best.details());
        details.put("groupId", group.id());
        details.put("costYuan", BigDecimal.valueOf(bestFen, 2).toPlainString());
        Plan.Remedy remedy = new Plan.Remedy("-", best.action().name(), details);
        String text = UnservedWords.of(Locale.SIMPLIFIED_CHINESE).text(problem, remedy);
        return new Plan.Remedy(text, remedy.action(), details);
    }
}
