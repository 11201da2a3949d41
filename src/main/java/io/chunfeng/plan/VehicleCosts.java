package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generalised cost of a plan, shared out among its vehicles without a remainder: all lines of all vehicles, with
 * {@link #splitFen}, are exactly what {@link PlanCosts} says. What is rounded once for all (passenger time) is shared out
 * by running sums, so that a vehicle's share is at most one fen off its own figure.
 */
public final class VehicleCosts {
    private static final long SECONDS_PER_DAY = 86_400;

    private final Rules.Weights weights;
    private final Map<String, List<CostLine>> lines = new LinkedHashMap<>();
    private final Map<String, People> people = new HashMap<>();
    private final long splitFen;

    /** What people do on one vehicle. */
    private static final class People {
        private int passengers;
        private long seconds;
        private long transfers;
        private long shiftedDays;
    }

    private VehicleCosts(PlanningProblem problem, Plan plan) {
        weights = problem.rules().weights();
        Map<String, Group> groups = PlanCosts.byId(problem.groups(), Group::id);
        Map<String, Integer> parts = new HashMap<>();
        for (Plan.Journey journey : plan.journeys()) {
            parts.merge(journey.groupId(), 1, Integer::sum);
            journey(journey, groups.get(journey.groupId()));
        }
        splitFen = parts.values().stream().mapToLong(n -> n - 1).sum() * weights.fenPerExtraPart();
        Map<String, CoachPool> pools = PlanCosts.byId(problem.coachPools(), CoachPool::id);
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            coach(trip, pools.get(trip.poolId()));
        }
        Map<String, TrainService> trains = PlanCosts.byId(problem.trainServices(), TrainService::id);
        for (Plan.TrainBooking booking : plan.trainBookings()) {
            train(booking, trains.get(booking.serviceId()));
        }
        Map<String, Flight> flights = PlanCosts.byId(problem.flights(), Flight::id);
        for (Plan.FlightBooking booking : plan.flightBookings()) {
            flight(booking, flights.get(booking.flightId()));
        }
        people.keySet().forEach(vehicle -> lines.computeIfAbsent(vehicle, id -> new ArrayList<>()));
        shareOutPeople();
        Map<String, Long> changed = PublishedBoardings.of(problem).changedByVehicle(plan.coachTrips(), plan.journeys());
        lines.forEach((vehicle, on) ->
                once(on, CostComponent.CHANGES, changed.getOrDefault(vehicle, 0L), weights.fenPerChangedBoarding()));
    }

    public static VehicleCosts of(PlanningProblem problem, Plan plan) {
        return new VehicleCosts(problem, plan);
    }

    /** The lines that are not zero, in the order of {@link CostComponent}; empty for a vehicle that is not in the plan. */
    public List<CostLine> lines(String vehicle) {
        return List.copyOf(lines.getOrDefault(vehicle, List.of()));
    }

    public long totalFen(String vehicle) {
        return lines(vehicle).stream().mapToLong(CostLine::fen).sum();
    }

    /** Extra parts of groups: the one component that belongs to no vehicle. */
    public long splitFen() {
        return splitFen;
    }

    /** Sum over all vehicles and {@link #splitFen}: the plan's generalised cost. */
    public long totalFen() {
        return splitFen + lines.keySet().stream().mapToLong(this::totalFen).sum();
    }

    private void journey(Plan.Journey journey, Group group) {
        List<Plan.Leg> legs = journey.legs();
        for (int i = 0; i < legs.size(); i++) {
            People on = people.computeIfAbsent(legs.get(i).vehicle(), id -> new People());
            long from = legs.get(i).boardAt().getEpochSecond();
            long to = i + 1 < legs.size()
                    ? legs.get(i + 1).boardAt().getEpochSecond()
                    : legs.get(i).alightAt().getEpochSecond();
            on.passengers += journey.headcount();
            on.seconds += journey.headcount() * (to - from);
            if (group != null) {
                on.transfers += i == 0 ? 0 : journey.headcount();
                on.shiftedDays += i == 0 ? journey.headcount() * PlanCosts.dayShift(journey, group) : 0;
            }
        }
    }

    private void coach(Plan.CoachTrip trip, CoachPool pool) {
        if (pool == null) {
            return;
        }
        List<CostLine> on = lines.computeIfAbsent(trip.id(), id -> new ArrayList<>());
        long loaded = PlanCosts.metres(trip, true);
        long empty = PlanCosts.metres(trip, false);
        long busySeconds = trip.events().isEmpty()
                ? 0
                : trip.busyUntil().getEpochSecond() - trip.busyFrom().getEpochSecond();
        long driverDays = trip.drivers() * -Math.floorDiv(-busySeconds, SECONDS_PER_DAY);
        long driverFen = driverDays * pool.fenPerDriverDay();
        long wayFen = PlanCosts.coachTripFen(pool, trip) - pool.dispatchFen() - driverFen;
        long loadedFen = Math.min(wayFen, Math.floorDiv(loaded * pool.fenPerLoadedKm() + 500, 1000L));
        add(on, CostComponent.DISPATCH, 1, pool.dispatchFen(), pool.dispatchFen());
        add(on, CostComponent.LOADED_WAY, loaded, pool.fenPerLoadedKm(), loadedFen);
        add(on, CostComponent.EMPTY_WAY, empty, pool.fenPerEmptyKm(), wayFen - loadedFen);
        add(on, CostComponent.DRIVERS, driverDays, pool.fenPerDriverDay(), driverFen);
    }

    private void train(Plan.TrainBooking booking, TrainService service) {
        if (service == null) {
            return;
        }
        List<CostLine> on = lines.computeIfAbsent(service.id(), id -> new ArrayList<>());
        once(on, CostComponent.SERVICE, 1, service.serviceFen());
        once(on, CostComponent.CARRIAGES, booking.carriages(), service.fenPerCarriage());
        once(on, CostComponent.TICKETS, passengers(service.id()), service.fenPerPassenger());
    }

    private void flight(Plan.FlightBooking booking, Flight flight) {
        if (flight == null) {
            return;
        }
        List<CostLine> on = lines.computeIfAbsent(booking.flightId(), id -> new ArrayList<>());
        once(on, CostComponent.SERVICE, 1, flight.flightFen());
        once(on, CostComponent.TICKETS, passengers(flight.id()), flight.fenPerPassenger());
    }

    private int passengers(String vehicle) {
        return people.containsKey(vehicle) ? people.get(vehicle).passengers : 0;
    }

    private void shareOutPeople() {
        long seconds = 0;
        long charged = 0;
        for (Map.Entry<String, List<CostLine>> vehicle : lines.entrySet()) {
            People on = people.get(vehicle.getKey());
            if (on == null) {
                continue;
            }
            seconds += on.seconds;
            long until = PlanCosts.timeFen(weights.fenPerPassengerHour(), seconds);
            add(vehicle.getValue(), CostComponent.TIME, on.seconds, weights.fenPerPassengerHour(), until - charged);
            charged = until;
            once(vehicle.getValue(), CostComponent.TRANSFERS, on.transfers, weights.fenPerPassengerTransfer());
            once(vehicle.getValue(), CostComponent.DAY_SHIFT, on.shiftedDays, weights.fenPerPassengerDayShift());
        }
    }

    private static void once(List<CostLine> on, CostComponent component, long quantity, long rateFen) {
        add(on, component, quantity, rateFen, quantity * rateFen);
    }

    private static void add(List<CostLine> on, CostComponent component, long quantity, long rateFen, long fen) {
        if (fen != 0) {
            on.add(new CostLine(component, quantity, rateFen, fen));
        }
    }
}
