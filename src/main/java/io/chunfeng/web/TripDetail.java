package io.chunfeng.web;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One trip with everything that happens on it.
 *
 * @param pool of a coach trip; null for trains and flights
 * @param trip the coach trip; null for trains and flights
 */
record TripDetail(List<Step> steps, List<Ride> rides, CoachPool pool, Plan.CoachTrip trip) {

    enum Kind {
        DRIVE,
        EMPTY,
        STOP,
        REST
    }

    /**
     * @param from place of a drive's beginning or of the stop; null for rests
     * @param to place of a drive's end; null for stops and rests
     * @param metres of a drive by road; 0 for stops and rests, and for trains and flights
     */
    record Step(
            Kind kind,
            Instant begin,
            Instant end,
            String from,
            String to,
            int metres,
            List<Ride> boards,
            List<Ride> alights) {

        public long seconds() {
            return Duration.between(begin, end).toSeconds();
        }

        public int boarding() {
            return boards.stream().mapToInt(ride -> ride.journey().headcount()).sum();
        }

        public int alighting() {
            return alights.stream().mapToInt(ride -> ride.journey().headcount()).sum();
        }
    }

    static TripDetail of(PlanView view, String vehicle) {
        List<Ride> rides = view.rides(vehicle);
        for (Plan.CoachTrip trip : view.plan().coachTrips()) {
            if (trip.id().equals(vehicle)) {
                CoachPool pool = view.problem().coachPools().stream()
                        .filter(p -> p.id().equals(trip.poolId()))
                        .findFirst()
                        .orElseThrow();
                return new TripDetail(TripSteps.coach(trip, rides), rides, pool, trip);
            }
        }
        return new TripDetail(TripSteps.service(view.problem(), vehicle, rides), rides, null, null);
    }

    public long drivenSeconds() {
        return seconds(Kind.DRIVE) + seconds(Kind.EMPTY);
    }

    public long restSeconds() {
        return seconds(Kind.REST);
    }

    /** The part of the cost that depends on the way. */
    public long wayFen() {
        return trip.costFen() - pool.dispatchFen() - driversFen();
    }

    public long driversFen() {
        return trip.drivers() * pool.fenPerDriverDay() * days();
    }

    /** Days begun between leaving the depot and being back. */
    public long days() {
        return (Duration.between(trip.busyFrom(), trip.busyUntil()).toSeconds() + 86_399) / 86_400;
    }

    private long seconds(Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .mapToLong(Step::seconds)
                .sum();
    }
}
