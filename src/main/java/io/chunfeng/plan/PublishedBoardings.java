package io.chunfeng.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people were told: how many of each group board which coach pool, train or flight where and when, less what is
 * pinned. Which coach of a pool it is makes no difference to them.
 */
public final class PublishedBoardings {

    /** @param vehicle id of the pool where it is a coach, otherwise of the train service or flight */
    public record Boarding(boolean coach, String vehicle, String place, Instant at) {}

    private final PlanningProblem problem;
    private final Map<String, Map<Boarding, Integer>> byGroup = new HashMap<>();

    private PublishedBoardings(PlanningProblem problem) {
        this.problem = problem;
        add(problem.published(), 1);
        add(problem.pinned(), -1);
    }

    public static PublishedBoardings of(PlanningProblem problem) {
        return new PublishedBoardings(problem);
    }

    private void add(PlanningProblem.Pinned parts, int sign) {
        Map<String, String> pools = pools(parts.coachTrips());
        for (Plan.Journey journey : parts.journeys()) {
            Map<Boarding, Integer> told = sign > 0
                    ? byGroup.computeIfAbsent(journey.groupId(), id -> new HashMap<>())
                    : byGroup.get(journey.groupId());
            if (told != null) {
                journey.legs()
                        .forEach(leg -> told.merge(boarding(pools, leg), sign * journey.headcount(), Integer::sum));
            }
        }
    }

    /** Pool of each coach trip. */
    static Map<String, String> pools(List<Plan.CoachTrip> trips) {
        Map<String, String> pools = new HashMap<>();
        trips.forEach(trip -> pools.put(trip.id(), trip.poolId()));
        return pools;
    }

    static Boarding boarding(Map<String, String> pools, Plan.Leg leg) {
        boolean coach = pools.containsKey(leg.vehicle());
        return new Boarding(coach, coach ? pools.get(leg.vehicle()) : leg.vehicle(), leg.board(), leg.boardAt());
    }

    /** Persons by what they were told to board; empty for a group that was told nothing. */
    public Map<Boarding, Integer> of(String groupId) {
        return byGroup.getOrDefault(groupId, Map.of());
    }

    /**
     * Persons times boardings that nobody told them of. Each leg is held against all of the group who were told the same,
     * so that legs can be counted one by one. Groups that were told nothing, and pinned journeys, change nothing.
     */
    long changed(List<Plan.CoachTrip> trips, List<Plan.Journey> journeys) {
        return changedByVehicle(trips, journeys).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** {@link #changed} by the vehicle that is boarded. */
    Map<String, Long> changedByVehicle(List<Plan.CoachTrip> trips, List<Plan.Journey> journeys) {
        if (byGroup.isEmpty()) {
            return Map.of();
        }
        Map<Plan.Journey, Integer> pinned = new HashMap<>();
        problem.pinned().journeys().forEach(journey -> pinned.merge(journey, 1, Integer::sum));
        Map<String, String> pools = pools(trips);
        Map<String, Long> changed = new HashMap<>();
        for (Plan.Journey journey : journeys) {
            Map<Boarding, Integer> told = of(journey.groupId());
            if (told.isEmpty() || pinned.merge(journey, -1, Integer::sum) >= 0) {
                continue;
            }
            for (Plan.Leg leg : journey.legs()) {
                int otherwise = journey.headcount() - Math.max(0, told.getOrDefault(boarding(pools, leg), 0));
                changed.merge(leg.vehicle(), (long) Math.max(0, otherwise), Long::sum);
            }
        }
        return changed;
    }
}
