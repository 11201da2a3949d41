package io.chunfeng.solver;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** How people of one group can use one train or flight, whatever the rules say of windows, modes and deadlines. */
final class ServiceRides {
    private static final Duration ANY_TIME = Duration.ofDays(400);

    private final Instance in;
    private final Group group;
    private final List<RideOption> options;

    /**
     * Between two calls.
     *
     * @param leg by train or flight
     * @param out whether a coach is needed to it
     * @param back whether a coach is needed from it
     */
    record Way(Plan.Leg leg, boolean out, boolean back) {}

    ServiceRides(PlanningProblem problem, Group group, String serviceId) {
        List<TrainService> trains = problem.trainServices().stream()
                .filter(train -> train.id().equals(serviceId))
                .toList();
        List<Flight> flights = problem.flights().stream()
                .filter(flight -> flight.id().equals(serviceId))
                .toList();
        // what is booked can be boarded after its deadline
        PlanningProblem.Pinned booked = new PlanningProblem.Pinned(
                List.of(),
                trains.stream()
                        .map(train -> new Plan.TrainBooking(serviceId, train.maxCarriages(), 0))
                        .toList(),
                flights.stream()
                        .map(flight -> new Plan.FlightBooking(serviceId, 0, 0))
                        .toList(),
                List.of());
        this.group = group;
        in = new Instance(problem.withGroups(List.of(group.withModes(EnumSet.allOf(Mode.class))
                        .withWindow(
                                group.earliestDeparture().minus(ANY_TIME),
                                group.latestArrival().plus(ANY_TIME))))
                .withCoachPools(List.of())
                .withTrainServices(trains)
                .withFlights(flights)
                .withPinned(booked));
        options = in.groups.get(0).rides;
    }

    /** Those within the window first, then those with little travel by coach; none where no station is near enough. */
    List<Way> ways() {
        return options.stream()
                .sorted(Comparator.comparingInt((RideOption ride) -> late(ride) ? 1 : 0)
                        .thenComparingLong(this::coachMetres)
                        .thenComparingLong(RideOption::arrival))
                .map(ride -> new Way(
                        new Plan.Leg(
                                ride.service().id,
                                in.placeIds[ride.service().place[ride.board()]],
                                Instant.ofEpochSecond(ride.departure()),
                                in.placeIds[ride.service().place[ride.alight()]],
                                Instant.ofEpochSecond(ride.arrival())),
                        ride.feederOut(),
                        ride.feederIn()))
                .toList();
    }

    private boolean late(RideOption ride) {
        return ride.departure() < group.earliestDeparture().getEpochSecond()
                || ride.arrival() > group.latestArrival().getEpochSecond();
    }

    private long coachMetres(RideOption ride) {
        GroupFact fact = in.groups.get(0);
        return (ride.feederOut() ? in.metres[fact.from][ride.service().place[ride.board()]] : 0)
                + (ride.feederIn() ? in.metres[ride.service().place[ride.alight()]][fact.to] : 0);
    }
}
