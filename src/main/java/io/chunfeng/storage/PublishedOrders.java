package io.chunfeng.storage;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.dispatch.AssignedTrip;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentCheck;
import io.chunfeng.dispatch.AssignmentFinding;
import io.chunfeng.dispatch.AssignmentProposal;
import io.chunfeng.dispatch.AssignmentRefusedException;
import io.chunfeng.dispatch.OrderIssue;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        issue(publication, succession(publication), asItIsNow(assignments));
    }

    /** With the coaches and drivers that are proposed now. @throws AssignmentRefusedException when a choice by hand breaks a rule */
    void issueProposed(Publication publication) {
        OrderSuccession succession = succession(publication);
        Map<String, Assignment> proposed = new HashMap<>();
        AssignmentProposal.of(succession, rows.chosen(publication.planId()), fleet.coaches(), fleet.drivers())
                .forEach((trip, one) -> proposed.put(trip, one.assignment()));
        issue(publication, succession, proposed);
    }

    private OrderSuccession succession(Publication publication) {
        StoredPlan stored = plans.find(publication.planId()).orElseThrow();
        return OrderSuccession.of(stored.problem(), stored.plan(), rows.situation(publication.planId()));
    }

    private void issue(Publication publication, OrderSuccession succession, Map<String, Assignment> now) {
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

    /** Somebody may have changed the register since the assignments were shown. */
    private Map<String, Assignment> asItIsNow(Map<String, Assignment> shown) {
        Map<Long, Coach> coaches = fleet.coaches().stream().collect(Collectors.toMap(Coach::id, Function.identity()));
        Map<Long, Driver> drivers = fleet.drivers().stream().collect(Collectors.toMap(Driver::id, Function.identity()));
        Map<String, Assignment> now = new HashMap<>();
        shown.forEach((trip, assignment) -> now.put(
                trip,
                new Assignment(
                        assignment.coach() == null
                                ? null
                                : coaches.get(assignment.coach().id()),
                        assignment.drivers().stream()
                                .map(driver -> drivers.get(driver.id()))
                                .filter(Objects::nonNull)
                                .toList())));
        return now;
    }
}
