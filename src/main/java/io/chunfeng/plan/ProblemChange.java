package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One thing of a problem changed: what a remedy proposes. Persons, coaches, carriages and seats are numbers to add. */
public sealed interface ProblemChange {

    RemedyAction action();

    /** Names and values for machines, as in the plan's {@code remedy.details}. */
    Map<String, String> details();

    PlanningProblem applied(PlanningProblem problem);

    record LaterArrival(String groupId, Instant latestArrival) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.LATER_ARRIVAL;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("groupId", groupId, "latestArrival", local(latestArrival));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withGroups(each(
                    problem.groups(),
                    Group::id,
                    groupId,
                    group -> group.withWindow(group.earliestDeparture(), latestArrival)));
        }
    }

    record EarlierDeparture(String groupId, Instant earliestDeparture) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.EARLIER_DEPARTURE;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("groupId", groupId, "earliestDeparture", local(earliestDeparture));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withGroups(each(
                    problem.groups(),
                    Group::id,
                    groupId,
                    group -> group.withWindow(earliestDeparture, group.latestArrival())));
        }
    }

    record MoreCoaches(String poolId, int count) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.ADD_COACH;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("poolId", poolId, "count", String.valueOf(count));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withCoachPools(
                    each(problem.coachPools(), CoachPool::id, poolId, pool -> pool.withCount(pool.count() + count)));
        }
    }

    record MoreCarriages(String serviceId, int carriages) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.ADD_CARRIAGE;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("serviceId", serviceId, "carriages", String.valueOf(carriages));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withTrainServices(each(
                    problem.trainServices(),
                    TrainService::id,
                    serviceId,
                    train -> train.withMaxCarriages(train.maxCarriages() + carriages)));
        }
    }

    record MoreSeats(String flightId, int seats) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.ADD_SEATS;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("serviceId", flightId, "seats", String.valueOf(seats));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withFlights(each(
                    problem.flights(),
                    Flight::id,
                    flightId,
                    flight -> flight.withSeats(flight.seats() + seats, flight.minPassengers())));
        }
    }

    /** Others join the flight; for the problem that is a lower minimum. */
    record FewerForMinimum(String flightId, int missing) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.FILL_SERVICE;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("serviceId", flightId, "missing", String.valueOf(missing));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withFlights(each(
                    problem.flights(),
                    Flight::id,
                    flightId,
                    flight -> flight.withSeats(flight.seats(), Math.max(0, flight.minPassengers() - missing))));
        }
    }

    record SmallerPart(String groupId, int minPart) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.ALLOW_PART;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("groupId", groupId, "minPart", String.valueOf(minPart));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withGroups(each(problem.groups(), Group::id, groupId, group -> group.withMinPart(minPart)));
        }
    }

    record AnotherMode(String groupId, Mode mode) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.ALLOW_MODE;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("groupId", groupId, "mode", mode.name());
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withGroups(each(problem.groups(), Group::id, groupId, group -> {
                Set<Mode> modes = EnumSet.of(mode);
                modes.addAll(group.modes());
                return group.withModes(modes);
            }));
        }
    }

    record AsEmergency() implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.EMERGENCY;
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.asEmergency();
        }
    }

    record MoreWheelchairSpaces(String poolId, int spaces) implements ProblemChange {
        @Override
        public RemedyAction action() {
            return RemedyAction.ADD_WHEELCHAIR_SPACE;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("poolId", poolId, "wheelchairSpaces", String.valueOf(spaces));
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withCoachPools(each(
                    problem.coachPools(),
                    CoachPool::id,
                    poolId,
                    pool -> pool.withWheelchairSpaces(pool.wheelchairSpaces() + spaces)));
        }
    }

    /** What a remedy of a plan proposes; empty for one that changes nothing, or that another program wrote in its own way. */
    static Optional<ProblemChange> of(Plan.Remedy remedy) {
        Map<String, String> d = remedy.details();
        try {
            return Optional.ofNullable(
                    switch (RemedyAction.valueOf(remedy.action())) {
                        case LATER_ARRIVAL -> new LaterArrival(text(d, "groupId"), moment(d, "latestArrival"));
                        case EARLIER_DEPARTURE ->
                            new EarlierDeparture(text(d, "groupId"), moment(d, "earliestDeparture"));
                        case ADD_COACH -> new MoreCoaches(text(d, "poolId"), number(d, "count"));
                        case ADD_CARRIAGE -> new MoreCarriages(text(d, "serviceId"), number(d, "carriages"));
                        case ADD_SEATS -> new MoreSeats(text(d, "serviceId"), number(d, "seats"));
                        case FILL_SERVICE -> new FewerForMinimum(text(d, "serviceId"), number(d, "missing"));
                        case ALLOW_PART -> new SmallerPart(text(d, "groupId"), number(d, "minPart"));
                        case ALLOW_MODE -> new AnotherMode(text(d, "groupId"), Mode.valueOf(text(d, "mode")));
                        case EMERGENCY -> new AsEmergency();
                        case ADD_WHEELCHAIR_SPACE ->
                            new MoreWheelchairSpaces(text(d, "poolId"), number(d, "wheelchairSpaces"));
                        case CHECK_PLACES, NONE, NOT_TRIED -> null;
                    });
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> details, String name) {
        String value = details.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static int number(Map<String, String> details, String name) {
        return Integer.parseInt(text(details, name));
    }

    private static Instant moment(Map<String, String> details, String name) {
        return OffsetDateTime.parse(text(details, name)).toInstant();
    }

    private static String local(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(PlanningProblem.ZONE).toOffsetDateTime());
    }

    private static <T> List<T> each(List<T> all, Function<T, String> id, String wanted, UnaryOperator<T> change) {
        return all.stream()
                .map(one -> id.apply(one).equals(wanted) ? change.apply(one) : one)
                .toList();
    }
}
