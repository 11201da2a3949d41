package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;

/** Every figure that a plan states about itself is the one that its events, bookings and journeys give. */
final class FiguresCheck {
    private static final double METRE_IN_KM = 0.001;
    private static final double HUNDREDTH = 0.01;
    private static final double HALF = 0.50001;

    private final Violations violations;

    private FiguresCheck(Violations violations) {
        this.violations = violations;
    }

    static void check(PlanView view, Violations violations) {
        boolean valid = violations.none();
        FiguresCheck check = new FiguresCheck(violations);
        Plan plan = view.plan;
        if (!plan.problemId().equals(view.problem.id())) {
            violations.add(
                    Rule.FIGURES, "problemId", "is " + plan.problemId() + ", but the problem is " + view.problem.id());
        }
        plan.coachTrips().forEach(trip -> check.trip(view.pools.get(trip.poolId()), trip));
        for (Plan.TrainBooking booking : plan.trainBookings()) {
            TrainService service = view.services.get(booking.serviceId());
            if (service != null) {
                check.fen(
                        "train service " + booking.serviceId(),
                        booking.costFen(),
                        PlanCosts.trainFen(service, booking.carriages(), view.passengers(service.id())));
            }
        }
        for (Plan.FlightBooking booking : plan.flightBookings()) {
            Flight flight = view.flights.get(booking.flightId());
            if (flight != null) {
                int passengers = view.passengers(flight.id());
                check.fen("flight " + flight.id(), booking.costFen(), PlanCosts.flightFen(flight, passengers));
                check.whole("flight " + flight.id(), "passengers", booking.passengers(), passengers);
            }
        }
        check.scoreAndKpis(view, valid);
    }

    private void trip(CoachPool pool, Plan.CoachTrip trip) {
        String where = "coach trip " + trip.id();
        whole(where, "loadedMetres", trip.loadedMetres(), PlanCosts.metres(trip, true));
        whole(where, "emptyMetres", trip.emptyMetres(), PlanCosts.metres(trip, false));
        if (pool != null) {
            fen(where, trip.costFen(), PlanCosts.coachTripFen(pool, trip));
        }
    }

    private void scoreAndKpis(PlanView view, boolean valid) {
        Plan plan = view.plan;
        Plan.Score right = PlanCosts.score(
                view.problem,
                plan.coachTrips(),
                plan.trainBookings(),
                plan.flightBookings(),
                plan.journeys(),
                plan.unserved());
        Plan.Score stated = plan.score();
        if (valid) {
            whole("score", "hard", stated.hard(), 0);
        }
        whole("score", "unserved", stated.unserved(), right.unserved());
        fen("score", stated.costFen(), right.costFen());
        if (!stated.parts().equals(right.parts())) {
            violations.add(
                    Rule.FIGURES, "score", "the parts are stated as " + stated.parts() + ", but are " + right.parts());
        }
        kpis(
                plan.kpis(),
                PlanKpis.kpis(
                        view.problem, plan.coachTrips(), plan.trainBookings(), plan.flightBookings(), plan.journeys()));
    }

    private void kpis(Plan.Kpis stated, Plan.Kpis right) {
        whole("kpis", "personsCoach", stated.personsCoach(), right.personsCoach());
        whole("kpis", "personsRail", stated.personsRail(), right.personsRail());
        whole("kpis", "personsAir", stated.personsAir(), right.personsAir());
        whole("kpis", "coachTrips", stated.coachTrips(), right.coachTrips());
        whole("kpis", "trainServices", stated.trainServices(), right.trainServices());
        whole("kpis", "carriages", stated.carriages(), right.carriages());
        whole("kpis", "flights", stated.flights(), right.flights());
        decimal("loadFactor", stated.loadFactor(), right.loadFactor(), HUNDREDTH / 100);
        decimal("loadedKm", stated.loadedKm(), right.loadedKm(), METRE_IN_KM);
        decimal("emptyKm", stated.emptyKm(), right.emptyKm(), METRE_IN_KM);
        decimal("passengerHours", stated.passengerHours(), right.passengerHours(), HUNDREDTH);
        fen("kpis: per person", stated.fenPerPerson(), right.fenPerPerson());
    }

    private void whole(String where, String what, long stated, long right) {
        if (stated != right) {
            violations.add(Rule.FIGURES, where, what + " is stated as " + stated + ", but is " + right);
        }
    }

    private void fen(String where, long stated, long right) {
        if (stated != right) {
            violations.add(Rule.FIGURES, where, "costs " + yuan(right) + " yuan, but states " + yuan(stated));
        }
    }

    /** Admits half a unit of the last decimal: others may round another way. */
    private void decimal(String what, double stated, double right, double unit) {
        if (!(Math.abs(stated - right) <= unit * HALF)) {
            violations.add(Rule.FIGURES, "kpis", what + " is stated as " + stated + ", but is " + right);
        }
    }

    private static String yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
