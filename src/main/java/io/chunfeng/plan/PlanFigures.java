package io.chunfeng.plan;

import java.util.List;

/**
 * The figures of one plan by which plans are compared.
 *
 * @param registered persons of all groups of its problem
 * @param unservedPersons persons without a seat
 * @param longestWaitSeconds the most that anybody waits between leaving one vehicle and the departure of the next, all changes
 *     of a journey together; 0 where nobody changes
 * @param longestJourneySeconds from the first departure to the last arrival of whoever travels longest
 */
public record PlanFigures(
        Plan.Kpis kpis,
        Plan.Score score,
        int registered,
        int unservedPersons,
        long longestWaitSeconds,
        long longestJourneySeconds) {

    public static PlanFigures of(PlanningProblem problem, Plan plan) {
        return new PlanFigures(
                plan.kpis(),
                plan.score(),
                problem.groups().stream().mapToInt(group -> group.headcount()).sum(),
                plan.unserved().stream().mapToInt(Plan.Unserved::headcount).sum(),
                plan.journeys().stream()
                        .mapToLong(journey -> waitSeconds(journey.legs()))
                        .max()
                        .orElse(0),
                plan.journeys().stream()
                        .mapToLong(journey -> journeySeconds(journey.legs()))
                        .max()
                        .orElse(0));
    }

    private static long waitSeconds(List<Plan.Leg> legs) {
        long seconds = 0;
        for (int i = 1; i < legs.size(); i++) {
            seconds += legs.get(i).boardAt().getEpochSecond()
                    - legs.get(i - 1).alightAt().getEpochSecond();
        }
        return seconds;
    }

    private static long journeySeconds(List<Plan.Leg> legs) {
        return legs.get(legs.size() - 1).alightAt().getEpochSecond()
                - legs.get(0).boardAt().getEpochSecond();
    }
}
