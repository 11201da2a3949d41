package io.chunfeng.storage;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.dispatch.AssignedTrip;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentCheck;
import io.chunfeng.dispatch.AssignmentFinding;
import io.chunfeng.dispatch.AssignmentRefusedException;
import io.chunfeng.dispatch.OrderIssue;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues the orders of a publication, within its transaction. */
final class PublishedOrders {
    private final PlanRepository plans;
    private final FleetRegister fleet;
    private final CapacityRepository capacity;
    private final OrderRows rows;

    PublishedOrders(JdbcClient sql, PlanRepository plans, FleetRegister fleet, CapacityRepository capacity) {
        this.plans = plans;
        this.fleet = fleet;
        this.capacity = capacity;
        this.rows = new OrderRows(sql);
    }

    /** @throws AssignmentRefusedException when a coach or driver cannot be sent out like this; what is missing may be added later */
    void issue(Publication publication, Map<String, Assignment> assignments) {
        StoredPlan stored = plans.find(publication.planId()).orElseThrow();
        OrderSuccession succession =
                OrderSuccession.of(stored.problem(), stored.plan(), rows.situation(publication.planId()));
        Map<String, Assignment> now = new HashMap<>();
        assignments.forEach((trip, assignment) -> now.put(trip, asItIsNow(assignment)));
        List<AssignmentFinding> refused = AssignmentCheck.check(
                        succession.trips().stream()
                                .map(trip -> new AssignedTrip(
                                        trip.id(), trip.content(), now.getOrDefault(trip.id(), Assignment.NONE)))
                                .toList(),
                        succession.others(),
                        capacity.coachPools())
                .stream()
                .filter(finding -> !finding.rule().missing())
                .toList();
        if (!refused.isEmpty()) {
            throw new AssignmentRefusedException(refused);
        }
        OrderIssue.of(publication, succession, now).forEach(issued -> rows.insert(publication.number(), issued));
    }

    /** Somebody may have changed the register since the assignment was shown. */
    private Assignment asItIsNow(Assignment shown) {
        return new Assignment(
                Optional.ofNullable(shown.coach())
                        .flatMap(coach -> fleet.coach(coach.id()))
                        .orElse(null),
                shown.drivers().stream()
                        .map(Driver::id)
                        .map(fleet::driver)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
