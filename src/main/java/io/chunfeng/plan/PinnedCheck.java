package io.chunfeng.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * H18. Others may join what is pinned, so costs and passengers of trips and bookings may change; who drives when, what is
 * booked and who rides it may not.
 */
final class PinnedCheck {
    private PinnedCheck() {}

    static void check(PlanView view, Violations violations) {
        PlanningProblem.Pinned pinned = view.problem.pinned();
        for (Plan.CoachTrip trip : pinned.coachTrips()) {
            if (!same(trip, view.trips.get(trip.id()))) {
                changed("coach trip " + trip.id(), violations);
            }
        }
        for (Plan.TrainBooking booking : pinned.trainBookings()) {
            if (view.plan.trainBookings().stream()
                    .noneMatch(
                            b -> b.serviceId().equals(booking.serviceId()) && b.carriages() == booking.carriages())) {
                changed("train service " + booking.serviceId(), violations);
            }
        }
        for (Plan.FlightBooking booking : pinned.flightBookings()) {
            if (view.plan.flightBookings().stream().noneMatch(b -> b.flightId().equals(booking.flightId()))) {
                changed("flight " + booking.flightId(), violations);
            }
        }
        Map<Plan.Journey, Integer> journeys = new HashMap<>();
        view.plan.journeys().forEach(journey -> journeys.merge(journey, 1, Integer::sum));
        for (Plan.Journey journey : pinned.journeys()) {
            if (journeys.merge(journey, -1, Integer::sum) < 0) {
                changed("a journey of " + journey.headcount() + " of " + journey.groupId(), violations);
            }
        }
    }

    private static boolean same(Plan.CoachTrip pinned, Plan.CoachTrip trip) {
        return trip != null
                && trip.poolId().equals(pinned.poolId())
                && trip.drivers() == pinned.drivers()
                && trip.events().equals(pinned.events());
    }

    private static void changed(String where, Violations violations) {
        violations.add(Rule.H18, where, "is pinned, but missing or changed");
    }
}
