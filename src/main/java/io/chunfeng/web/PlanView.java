package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedReason;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stored plan with everything its pages look up. */
record PlanView(
        StoredPlan stored,
        Names names,
        Map<String, Group> groups,
        Map<String, List<Ride>> rides,
        List<TripRow> trips,
        List<UnservedRow> unserved) {

    record UnservedRow(
            String groupId,
            String from,
            String to,
            int left,
            int headcount,
            UnservedReason reason,
            Plan.Remedy remedy) {}

    static PlanView of(StoredPlan stored) {
        PlanningProblem problem = stored.problem();
        Names names = new Names(problem.places());
        Map<String, Group> groups =
                problem.groups().stream().collect(Collectors.toMap(Group::id, Function.identity(), (a, b) -> a));
        Map<String, List<Ride>> rides = Ride.byVehicle(stored.plan());
        List<TripRow> trips = new TripRows(problem, names, rides).of(stored.plan());
        List<UnservedRow> unserved = stored.plan().unserved().stream()
                .map(left -> unservedRow(left, groups.get(left.groupId()), names))
                .toList();
        return new PlanView(stored, names, groups, rides, trips, unserved);
    }

    private static UnservedRow unservedRow(Plan.Unserved left, Group group, Names names) {
        return new UnservedRow(
                left.groupId(),
                names.of(group.from()),
                names.of(group.to()),
                left.headcount(),
                group.headcount(),
                left.reason(),
                left.remedy());
    }

    public long id() {
        return stored.id();
    }

    public Plan plan() {
        return stored.plan();
    }

    public PlanningProblem problem() {
        return stored.problem();
    }

    public List<Ride> rides(String vehicle) {
        return rides.getOrDefault(vehicle, List.of());
    }

    /** Index of a ride's journey in the plan. */
    public int journey(Ride ride) {
        return plan().journeys().indexOf(ride.journey());
    }

    public int unservedPersons() {
        return plan().unserved().stream().mapToInt(Plan.Unserved::headcount).sum();
    }

    public int persons() {
        return problem().groups().stream().mapToInt(Group::headcount).sum();
    }

    /** @throws NotFoundException when the plan has no such vehicle */
    public TripRow trip(String vehicle) {
        return trips.stream()
                .filter(trip -> trip.vehicle().equals(vehicle))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
