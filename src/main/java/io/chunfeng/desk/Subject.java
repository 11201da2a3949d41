package io.chunfeng.desk;

import io.chunfeng.plan.Plan;
import java.util.List;

/**
 * Whom an operation on a journey is about. Kept with the step, because the journey's index means something in one version
 * of the draft only.
 *
 * @param vehicles that the journey rode before, in order
 */
public record Subject(String groupId, List<String> vehicles) {
    public Subject {
        vehicles = List.copyOf(vehicles);
    }

    /**
     * Null for an operation that names no journey.
     *
     * @param plan that the operation was made from
     * @throws RefusedOperationException UNKNOWN when it has no such journey
     */
    public static Subject of(Operation operation, Plan plan) {
        if (operation instanceof Operation.Move move) {
            return of(plan, move.journey());
        }
        if (operation instanceof Operation.Split split) {
            return of(plan, split.journey());
        }
        return operation instanceof Operation.Join join ? of(plan, join.journey()) : null;
    }

    private static Subject of(Plan plan, int journey) {
        if (journey < 0 || journey >= plan.journeys().size()) {
            throw new RefusedOperationException(RefusedOperationException.Reason.UNKNOWN, String.valueOf(journey));
        }
        Plan.Journey of = plan.journeys().get(journey);
        return new Subject(
                of.groupId(), of.legs().stream().map(Plan.Leg::vehicle).toList());
    }
}
