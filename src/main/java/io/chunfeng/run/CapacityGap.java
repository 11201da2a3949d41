package io.chunfeng.run;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RuleSetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a plan counts on and that is not so today: coaches, carriages or seats that are not registered or that others
 * have, a window that its county has not agreed to, a rule set otherwise. What a what-if supposes shows here until it is real.
 *
 * @param id of the pool, train, flight or group, or name of the rule's setting
 * @param title of the pool, train or flight, else empty
 * @param needed by the plan: coaches at once, approved seats, carriages, persons, or the setting's value
 * @param today registered and not taken by other published trips; or the usual value
 */
public record CapacityGap(Kind kind, String id, String title, String needed, String today) {

    /** Each has a message {@code gap.<kind>}. */
    public enum Kind {
        POOL,
        COACHES,
        APPROVED_SEATS,
        TRAIN,
        CARRIAGES,
        FLIGHT,
        SEATS,
        WINDOW,
        RULE,
        EMERGENCY
    }

    /**
     * @param problem that the plan was made for
     * @param today capacity that is left for the plan, and its groups as they are registered
     */
    static List<CapacityGap> of(PlanningProblem problem, Plan plan, PlanningProblem today) {
        List<CapacityGap> gaps = new ArrayList<>();
        pools(problem, plan, byId(today.coachPools(), CoachPool::id), gaps);
        services(problem, plan, today, gaps);
        windows(plan, byId(today.groups(), Group::id), gaps);
        for (RuleSetting setting : RuleSetting.unusual(problem.rules())) {
            if (!setting.rules().isEmpty()) {
                gaps.add(new CapacityGap(
                        Kind.RULE,
                        setting.name(),
                        "",
                        setting.of(problem.rules()).toPlainString(),
                        setting.of(today.rules()).toPlainString()));
            }
        }
        if (problem.emergency()) {
            gaps.add(new CapacityGap(Kind.EMERGENCY, "", "", "", ""));
        }
        return gaps;
    }

    private static void pools(
            PlanningProblem problem, Plan plan, Map<String, CoachPool> today, List<CapacityGap> gaps) {
        for (CoachPool pool : problem.coachPools()) {
            List<Plan.CoachTrip> trips = plan.coachTrips().stream()
                    .filter(trip -> trip.poolId().equals(pool.id()))
                    .toList();
            if (trips.isEmpty()) {
                continue;
            }
            CoachPool registered = today.get(pool.id());
            int needed = atOnce(trips, registered == null ? List.of() : registered.outages());
            if (registered == null) {
                gaps.add(new CapacityGap(Kind.POOL, pool.id(), pool.title(), String.valueOf(needed), "0"));
            } else {
                add(Kind.COACHES, pool.id(), pool.title(), needed, registered.count(), gaps);
                add(
                        Kind.APPROVED_SEATS,
                        pool.id(),
                        pool.title(),
                        pool.approvedSeats(),
                        registered.approvedSeats(),
                        gaps);
            }
        }
    }

    /** Most coaches that the trips need at one moment, with those that cannot run then. */
    private static int atOnce(List<Plan.CoachTrip> trips, List<CoachPool.Outage> outages) {
        return Stream.concat(
                        trips.stream().map(Plan.CoachTrip::busyFrom),
                        outages.stream().map(CoachPool.Outage::from))
                .mapToInt(moment -> {
                    int busy = (int) trips.stream()
                            .filter(trip -> holds(trip.busyFrom(), trip.busyUntil(), moment))
                            .count();
                    return busy == 0
                            ? 0
                            : busy
                                    + outages.stream()
                                            .filter(outage -> holds(outage.from(), outage.until(), moment))
                                            .mapToInt(CoachPool.Outage::coaches)
                                            .sum();
                })
                .max()
                .orElse(0);
    }

    private static boolean holds(Instant from, Instant until, Instant moment) {
        return !from.isAfter(moment) && until.isAfter(moment);
    }

    private static void services(PlanningProblem problem, Plan plan, PlanningProblem today, List<CapacityGap> gaps) {
        Map<String, TrainService> trains = byId(problem.trainServices(), TrainService::id);
        Map<String, TrainService> trainsToday = byId(today.trainServices(), TrainService::id);
        for (Plan.TrainBooking booking : plan.trainBookings()) {
            TrainService train = trains.get(booking.serviceId());
            Optional<TrainService> registered = Optional.ofNullable(trainsToday.get(train.id()));
            add(
                    registered.isPresent() ? Kind.CARRIAGES : Kind.TRAIN,
                    train.id(),
                    train.title(),
                    booking.carriages(),
                    registered.map(TrainService::maxCarriages).orElse(0),
                    gaps);
        }
        Map<String, Flight> flights = byId(problem.flights(), Flight::id);
        Map<String, Flight> flightsToday = byId(today.flights(), Flight::id);
        for (Plan.FlightBooking booking : plan.flightBookings()) {
            Flight flight = flights.get(booking.flightId());
            Optional<Flight> registered = Optional.ofNullable(flightsToday.get(flight.id()));
            add(
                    registered.isPresent() ? Kind.SEATS : Kind.FLIGHT,
                    flight.id(),
                    flight.title(),
                    booking.passengers(),
                    registered.map(Flight::seats).orElse(0),
                    gaps);
        }
    }

    /** A group that is not registered any more is the publication's own matter. */
    private static void windows(Plan plan, Map<String, Group> today, List<CapacityGap> gaps) {
        TreeSet<String> outside = new TreeSet<>();
        for (Plan.Journey journey : plan.journeys()) {
            Group group = today.get(journey.groupId());
            List<Plan.Leg> legs = journey.legs();
            if (group != null
                    && (legs.get(0).boardAt().isBefore(group.earliestDeparture())
                            || legs.get(legs.size() - 1).alightAt().isAfter(group.latestArrival()))) {
                outside.add(group.id());
            }
        }
        outside.forEach(id -> gaps.add(new CapacityGap(Kind.WINDOW, id, "", "", "")));
    }

    private static void add(Kind kind, String id, String title, int needed, int today, List<CapacityGap> gaps) {
        if (needed > today) {
            gaps.add(new CapacityGap(kind, id, title, String.valueOf(needed), String.valueOf(today)));
        }
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
    }
}
