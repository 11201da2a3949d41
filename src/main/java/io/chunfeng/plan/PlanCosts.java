package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The objective of src/docs/planning-format.md in whole fen. Every product is exact; each coach trip, and the time of all
 * passengers together, is rounded half up once. Parts of a plan that name something unknown cost nothing here: telling of
 * them is {@link PlanChecker}'s work.
 */
public final class PlanCosts {
    private static final long SECONDS_PER_DAY = 86_400;

    private PlanCosts() {}

    /**
     * Cost of one coach trip.
     *
     * @param busySeconds from leaving the depot to being back; drivers are paid for every day begun
     */
    public static long coachTripFen(
            CoachPool pool, int drivers, long loadedMetres, long emptyMetres, long busySeconds) {
        long metreFen = loadedMetres * pool.fenPerLoadedKm() + emptyMetres * pool.fenPerEmptyKm();
        long days = -Math.floorDiv(-busySeconds, SECONDS_PER_DAY);
        return pool.dispatchFen() + Math.floorDiv(metreFen + 500, 1000L) + drivers * pool.fenPerDriverDay() * days;
    }

    /** Cost of one coach trip as its events have it, whatever figures it states. */
    public static long coachTripFen(CoachPool pool, Plan.CoachTrip trip) {
        if (trip.events().isEmpty()) {
            return pool.dispatchFen();
        }
        long busySeconds = trip.busyUntil().getEpochSecond() - trip.busyFrom().getEpochSecond();
        return coachTripFen(pool, trip.drivers(), metres(trip, true), metres(trip, false), busySeconds);
    }

    /** Metres of a trip's loaded or empty drives. */
    static long metres(Plan.CoachTrip trip, boolean loaded) {
        long metres = 0;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive && drive.loaded() == loaded) {
                metres += drive.metres();
            }
        }
        return metres;
    }

    public static long trainFen(TrainService service, int carriages, int passengers) {
        return service.serviceFen() + carriages * service.fenPerCarriage() + passengers * service.fenPerPassenger();
    }

    public static long flightFen(Flight flight, int passengers) {
        return flight.flightFen() + passengers * flight.fenPerPassenger();
    }

    /** Persons on each vehicle, whether it is a coach trip, a train service or a flight. */
    public static Map<String, Integer> passengers(List<Plan.Journey> journeys) {
        Map<String, Integer> passengers = new HashMap<>();
        for (Plan.Journey journey : journeys) {
            for (Plan.Leg leg : journey.legs()) {
                passengers.merge(leg.vehicle(), journey.headcount(), Integer::sum);
            }
        }
        return passengers;
    }

    /** The whole score of parts of a plan that break no rule. */
    public static Plan.Score score(
            PlanningProblem problem,
            List<Plan.CoachTrip> trips,
            List<Plan.TrainBooking> trainBookings,
            List<Plan.FlightBooking> flightBookings,
            List<Plan.Journey> journeys,
            List<Plan.Unserved> unserved) {
        Plan.CostParts parts = parts(problem, trips, trainBookings, flightBookings, journeys);
        return new Plan.Score(0, weightedUnserved(problem, unserved), parts.totalFen(), parts);
    }

    private static long weightedUnserved(PlanningProblem problem, List<Plan.Unserved> unserved) {
        Map<String, Group> groups = byId(problem.groups(), Group::id);
        return unserved.stream()
                .filter(rest -> groups.containsKey(rest.groupId()))
                .mapToLong(rest -> (long) rest.headcount()
                        * problem.rules()
                                .weights()
                                .unserved(groups.get(rest.groupId()).priority()))
                .sum();
    }

    private static Plan.CostParts parts(
            PlanningProblem problem,
            List<Plan.CoachTrip> trips,
            List<Plan.TrainBooking> trainBookings,
            List<Plan.FlightBooking> flightBookings,
            List<Plan.Journey> journeys) {
        Map<String, CoachPool> pools = byId(problem.coachPools(), CoachPool::id);
        Map<String, TrainService> services = byId(problem.trainServices(), TrainService::id);
        Map<String, Flight> flights = byId(problem.flights(), Flight::id);
        Map<String, Integer> passengers = passengers(journeys);
        long coachFen = trips.stream()
                .filter(trip -> pools.containsKey(trip.poolId()))
                .mapToLong(trip -> coachTripFen(pools.get(trip.poolId()), trip))
                .sum();
        long trainFen = trainBookings.stream()
                .filter(booking -> services.containsKey(booking.serviceId()))
                .mapToLong(booking -> trainFen(
                        services.get(booking.serviceId()),
                        booking.carriages(),
                        passengers.getOrDefault(booking.serviceId(), 0)))
                .sum();
        long flightFen = flightBookings.stream()
                .filter(booking -> flights.containsKey(booking.flightId()))
                .mapToLong(booking ->
                        flightFen(flights.get(booking.flightId()), passengers.getOrDefault(booking.flightId(), 0)))
                .sum();
        long changed = PublishedBoardings.of(problem).changed(trips, journeys);
        return people(problem, journeys, coachFen, trainFen, flightFen, changed);
    }

    private static Plan.CostParts people(
            PlanningProblem problem,
            List<Plan.Journey> journeys,
            long coachFen,
            long trainFen,
            long flightFen,
            long changedBoardings) {
        Map<String, Group> groups = byId(problem.groups(), Group::id);
        Map<String, Integer> parts = new HashMap<>();
        long transfers = 0;
        long dayShifts = 0;
        for (Plan.Journey journey : journeys) {
            parts.merge(journey.groupId(), 1, Integer::sum);
            Group group = groups.get(journey.groupId());
            if (journey.legs().isEmpty() || group == null) {
                continue;
            }
            transfers += (long) journey.headcount() * (journey.legs().size() - 1);
            dayShifts += journey.headcount() * dayShift(journey, group);
        }
        long extraParts = parts.values().stream().mapToLong(n -> n - 1).sum();
        Rules.Weights weights = problem.rules().weights();
        return new Plan.CostParts(
                coachFen,
                trainFen,
                flightFen,
                timeFen(weights.fenPerPassengerHour(), passengerSeconds(journeys)),
                transfers * weights.fenPerPassengerTransfer(),
                extraParts * weights.fenPerExtraPart(),
                dayShifts * weights.fenPerPassengerDayShift(),
                changedBoardings * weights.fenPerChangedBoarding());
    }

    /** Days between the date of departure and the wished one; 0 when none is wished. */
    static long dayShift(Plan.Journey journey, Group group) {
        return dayShift(journey.legs().get(0).boardAt(), group);
    }

    static long dayShift(Instant departure, Group group) {
        if (group.preferredDate() == null) {
            return 0;
        }
        LocalDate departs = departure.atZone(PlanningProblem.ZONE).toLocalDate();
        return Math.abs(ChronoUnit.DAYS.between(group.preferredDate(), departs));
    }

    /** Door to door, summed over all passengers. */
    static long passengerSeconds(List<Plan.Journey> journeys) {
        long seconds = 0;
        for (Plan.Journey journey : journeys) {
            if (!journey.legs().isEmpty()) {
                Plan.Leg last = journey.legs().get(journey.legs().size() - 1);
                seconds += journey.headcount()
                        * (last.alightAt().getEpochSecond()
                                - journey.legs().get(0).boardAt().getEpochSecond());
            }
        }
        return seconds;
    }

    /** Rounded half up. */
    public static long timeFen(long fenPerPassengerHour, long passengerSeconds) {
        return BigInteger.valueOf(fenPerPassengerHour)
                .multiply(BigInteger.valueOf(passengerSeconds))
                .add(BigInteger.valueOf(1800))
                .divide(BigInteger.valueOf(3600))
                .longValue();
    }

    static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        Map<String, T> byId = new HashMap<>(values.size() * 2);
        values.forEach(value -> byId.put(id.apply(value), value));
        return byId;
    }
}
