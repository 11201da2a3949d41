package io.chunfeng.web;

import io.chunfeng.desk.Draft;
import io.chunfeng.desk.Sheet;
import io.chunfeng.plan.Explanations;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import io.chunfeng.plan.ProblemChange;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.Violation;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A plan on the dispatcher's desk: one that is stored, or a draft.
 *
 * @param view of a draft: numbered as the stored plan that it was made from, whose roads are its roads too
 * @param pinned coach trips that stay as they are
 * @param broken what the plan breaks; nothing, where it is stored
 * @param draft null for a stored plan
 * @param explanations worked out at the first question
 */
record DeskView(
        PlanView view, Set<String> pinned, List<DeskFault> broken, Draft draft, Supplier<Explanations> explanations) {

    static DeskView of(PlanView view) {
        Set<String> pinned = view.problem().pinned().coachTrips().stream()
                .map(Plan.CoachTrip::id)
                .collect(Collectors.toSet());
        return new DeskView(view, pinned, List.of(), null, lazily(view));
    }

    static DeskView of(Sheet sheet) {
        Draft draft = sheet.draft();
        PlanView view = PlanView.of(new StoredPlan(draft.basePlan(), draft.at(), sheet.problem(), sheet.plan()));
        return new DeskView(view, sheet.pinnedTrips(), DeskFault.of(view, sheet.broken()), draft, lazily(view));
    }

    private static Supplier<Explanations> lazily(PlanView view) {
        return new Supplier<>() {
            private Explanations known;

            @Override
            public synchronized Explanations get() {
                if (known == null) {
                    known = new Explanations(view.problem(), view.plan());
                }
                return known;
            }
        };
    }

    /** Where this page is. */
    public String address() {
        return draft == null ? "/plans/" + view.id() + "/desk" : "/drafts/" + draft.id();
    }

    /** Where a line of its trips is drawn. */
    public String routes() {
        return (draft == null ? "/plans/" + view.id() : address()) + "/routes.geojson";
    }

    /** Whether one press applies the remedy of a group that stays behind. */
    public boolean remediable(String group) {
        return remedy(group).isPresent();
    }

    Optional<ProblemChange> remedy(String group) {
        return view.plan().unserved().stream()
                .filter(left -> left.groupId().equals(group) && left.remedy() != null)
                .findFirst()
                .flatMap(left -> ProblemChange.of(left.remedy()));
    }

    public boolean changeable() {
        return draft != null && draft.open();
    }

    public List<Violation> faults(String vehicle) {
        return broken.stream()
                .filter(fault -> fault.vehicles().contains(vehicle))
                .map(DeskFault::violation)
                .toList();
    }

    /** How often each rule is broken, in the order of the rules. */
    public Map<Rule, Long> brokenRules() {
        return broken.stream()
                .collect(Collectors.groupingBy(
                        fault -> fault.violation().rule(), () -> new EnumMap<>(Rule.class), Collectors.counting()));
    }

    /** Trips, trains and flights concerned by anything broken. */
    public Set<String> brokenVehicles() {
        Set<String> vehicles = new LinkedHashSet<>();
        broken.forEach(fault -> vehicles.addAll(fault.vehicles()));
        return vehicles;
    }
}
