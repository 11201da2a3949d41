package io.chunfeng.dispatch;

import io.chunfeng.dispatch.IssuedOrder.Outcome;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The orders that a publication issues: only what changed gets a new version. Pure. */
public final class OrderIssue {
    private OrderIssue() {}

    /** @param assignments by trip; trips without one get an order without coach and drivers */
    public static List<IssuedOrder> of(
            Publication publication, OrderSuccession succession, Map<String, Assignment> assignments) {
        List<IssuedOrder> issued = new ArrayList<>();
        for (OrderSuccession.Trip trip : succession.trips()) {
            OrderContent content = trip.content().with(assignments.getOrDefault(trip.id(), Assignment.NONE));
            TripOrder before = trip.before();
            if (before == null) {
                issued.add(new IssuedOrder(Outcome.NEW, first(publication, trip.id(), content)));
            } else if (before.content().equals(content)) {
                issued.add(new IssuedOrder(Outcome.KEPT, before));
            } else {
                issued.add(new IssuedOrder(
                        Outcome.CHANGED,
                        next(publication, before, publication.planId(), trip.id(), TripOrder.State.ISSUED, content)));
            }
        }
        for (TripOrder order : succession.reduced()) {
            issued.add(new IssuedOrder(
                    Outcome.CHANGED,
                    next(publication, order, order.planId(), order.tripId(), TripOrder.State.ISSUED, order.content())));
        }
        for (TripOrder order : succession.dropped()) {
            issued.add(new IssuedOrder(
                    Outcome.VOID,
                    next(publication, order, order.planId(), order.tripId(), TripOrder.State.VOID, order.content())));
        }
        return List.copyOf(issued);
    }

    private static TripOrder first(Publication publication, String tripId, OrderContent content) {
        int year = content.busyFrom().atZone(PlanningProblem.ZONE).getYear();
        return new TripOrder(
                String.format("%d-%04d-%s", year, publication.number(), tripId),
                1,
                TripOrder.State.ISSUED,
                publication.number(),
                publication.planId(),
                tripId,
                content,
                null,
                publication.at(),
                publication.by());
    }

    private static TripOrder next(
            Publication publication,
            TripOrder before,
            long planId,
            String tripId,
            TripOrder.State state,
            OrderContent content) {
        return new TripOrder(
                before.number(),
                before.version() + 1,
                state,
                publication.number(),
                planId,
                tripId,
                content,
                null,
                publication.at(),
                publication.by());
    }
}
