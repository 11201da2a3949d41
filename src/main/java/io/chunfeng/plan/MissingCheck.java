package io.chunfeng.plan;

import java.time.Instant;

/** A plan with holes, or with times beyond all calendars, cannot be judged further: names each such value. */
final class MissingCheck {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private MissingCheck() {}

    static void check(Plan plan, Violations violations) {
        require(violations, "plan", "", plan.problemId(), plan.score(), plan.kpis());
        if (plan.score() != null) {
            require(violations, "score", "", plan.score().parts());
        }
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            require(violations, "coach trip ", trip.id(), trip.id(), trip.poolId());
            for (Plan.Event event : trip.events()) {
                require(violations, "event of coach trip ", trip.id(), event.from(), event.to());
                if (event instanceof Plan.Drive drive) {
                    require(violations, "drive of coach trip ", trip.id(), drive.fromPlace(), drive.toPlace());
                } else if (event instanceof Plan.Stop stop) {
                    require(violations, "stop of coach trip ", trip.id(), stop.place());
                }
            }
        }
        plan.trainBookings().forEach(booking -> require(violations, "train booking", "", booking.serviceId()));
        plan.flightBookings().forEach(booking -> require(violations, "flight booking", "", booking.flightId()));
        for (Plan.Journey journey : plan.journeys()) {
            require(violations, "journey", "", journey.groupId());
            for (Plan.Leg leg : journey.legs()) {
                require(
                        violations,
                        "leg of a journey of ",
                        journey.groupId(),
                        leg.vehicle(),
                        leg.board(),
                        leg.boardAt(),
                        leg.alight(),
                        leg.alightAt());
            }
        }
        plan.unserved()
                .forEach(rest -> require(violations, "unserved", "", rest.groupId(), rest.reason(), rest.remedy()));
    }

    /** @param of whose it is */
    private static void require(Violations violations, String what, String of, Object... values) {
        boolean missing = false;
        boolean absurd = false;
        for (Object value : values) {
            missing |= value == null;
            absurd |= value instanceof Instant time && !sensible(time);
        }
        if (missing) {
            violations.add(Rule.FIGURES, what + of, "a value is missing");
        }
        if (absurd) {
            violations.add(Rule.H02, what + of, "a time lies before 1990 or after 2199");
        }
    }

    private static boolean sensible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }
}
