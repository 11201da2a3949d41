package io.chunfeng.solver;

import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What no plan that serves everybody can cost less than, by the method that a problem's kind and size allow. */
final class Bounds {
    enum Method {
        /** {@link ShareBound}: for any problem. */
        SHARES,
        /** {@link LowerBound}: for a few dozen groups. */
        TRIPS,
        /** {@link RouteBound}: for one place where everybody works and all coaches are at home. */
        ROUTES
    }

    /** @param boundFen proven; it may be below what is possible, never above a plan that serves everybody */
    record Proven(double boundFen, Method method) {
        String methodName() {
            return method.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final int NODES = 30;
    /** With more there are too many orders of stops, which would only be found out after a while. */
    private static final int MOST_GROUPS_OF_TRIPS = 100;

    private Bounds() {}

    /** Empty for a problem with something pinned, without a matrix, or in which somebody cannot travel at all. */
    static Optional<Proven> of(PlanningProblem problem) {
        if (problem.matrix() == null || pinned(problem.pinned())) {
            return Optional.empty();
        }
        if (RouteBound.applies(problem)) {
            OptionalDouble routes = RouteBound.of(problem, LIMIT);
            if (routes.isPresent()) {
                return Optional.of(new Proven(routes.getAsDouble(), Method.ROUTES));
            }
        }
        OptionalDouble shares = ShareBound.of(problem);
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        Proven byShares = new Proven(shares.getAsDouble(), Method.SHARES);
        if (problem.groups().size() > MOST_GROUPS_OF_TRIPS) {
            return Optional.of(byShares);
        }
        return Optional.of(LowerBound.of(problem, NODES, LIMIT)
                .map(bound -> new Proven(bound.boundFen(), Method.TRIPS))
                .filter(trips -> trips.boundFen > byShares.boundFen)
                .orElse(byShares));
    }

    private static boolean pinned(PlanningProblem.Pinned pinned) {
        return !pinned.coachTrips().isEmpty()
                || !pinned.trainBookings().isEmpty()
                || !pinned.flightBookings().isEmpty()
                || !pinned.journeys().isEmpty();
    }
}
