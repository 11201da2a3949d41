package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.util.List;

/** A problem with one kind of rule loosened at a time, so that what it forbids can be shown with its price. */
final class Relaxed {
    private static final Duration WINDOW = Duration.ofHours(12);

    private Relaxed() {}

    /** The problem itself, then without enough seats, without free coaches, without the group's window. */
    static List<PlanningProblem> of(PlanningProblem problem, Plan.Journey journey) {
        return List.of(problem, seats(problem, journey), coaches(problem), window(problem, journey.groupId()));
    }

    /** Room for these people on everything, and no minimum. */
    private static PlanningProblem seats(PlanningProblem problem, Plan.Journey journey) {
        int more = journey.headcount();
        return problem.withCoachPools(problem.coachPools().stream()
                        .map(pool -> pool.withApprovedSeats(pool.approvedSeats() + more)
                                .withWheelchairSpaces(pool.wheelchairSpaces() + journey.wheelchairs()))
                        .toList())
                .withTrainServices(problem.trainServices().stream()
                        .map(train -> train.withMaxCarriages(
                                train.maxCarriages() + ServiceFact.ceilDiv(more, train.seatsPerCarriage())))
                        .toList())
                .withFlights(problem.flights().stream()
                        .map(flight -> flight.withSeats(flight.seats() + more, 0))
                        .toList());
    }

    private static PlanningProblem coaches(PlanningProblem problem) {
        return problem.withCoachPools(problem.coachPools().stream()
                .map(pool -> pool.withCount(pool.count() + 1))
                .toList());
    }

    private static PlanningProblem window(PlanningProblem problem, String groupId) {
        return problem.withGroups(problem.groups().stream()
                .map(group -> group.id().equals(groupId)
                        ? group.withWindow(
                                group.earliestDeparture().minus(WINDOW),
                                group.latestArrival().plus(WINDOW))
                        : group)
                .toList());
    }
}
