package io.chunfeng.storage;

import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentProposal;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.Map;

/** Coaches and drivers where nobody chooses by hand: trips that stay keep theirs, the others get who is free. */
record ProposedCrews(TripOrders orders, FleetRegister fleet) {

    /** By trip. @param id of the stored plan */
    Map<String, Assignment> of(long id, PlanningProblem problem, Plan plan) {
        OrderSuccession succession = OrderSuccession.of(problem, plan, orders.situation(id));
        return AssignmentProposal.assignments(
                AssignmentProposal.of(succession, Map.of(), fleet.coaches(), fleet.drivers()));
    }
}
