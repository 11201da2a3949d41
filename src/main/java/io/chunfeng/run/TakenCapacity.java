package io.chunfeng.run;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people outside of a problem have been told stays theirs: their coaches are out while their trips run, their carriages
 * and seats are gone. A train or flight that runs for them already has neither its minimum to reach nor its fixed cost to
 * pay. Pure.
 */
final class TakenCapacity {
    private final Set<String> planned;
    private final Map<String, List<CoachPool.Outage>> outages = new HashMap<>();
    private final Map<String, Integer> carriages = new HashMap<>();
    private final Map<String, Integer> seats = new HashMap<>();

    /** @param groups that have a seat by a publication of this plan that is in force */
    record Told(Set<String> groups, Plan plan) {}

    private TakenCapacity(Set<String> planned) {
        this.planned = planned;
    }

    /** @param planned ids of the groups that are planned: what they were told is theirs to give up */
    static PlanningProblem without(PlanningProblem problem, Set<String> planned, List<Told> told) {
        TakenCapacity taken = new TakenCapacity(planned);
        told.forEach(taken::add);
        return problem.withCoachPools(
                        problem.coachPools().stream().map(taken::left).toList())
                .withTrainServices(problem.trainServices().stream()
                        .map(taken::left)
                        .filter(train -> train.maxCarriages() > 0)
                        .toList())
                .withFlights(problem.flights().stream()
                        .map(taken::left)
                        .filter(flight -> flight.seats() > 0)
                        .toList());
    }

    private void add(Told told) {
        Map<String, Integer> riders = new HashMap<>();
        for (Plan.Journey journey : told.plan().journeys()) {
            if (told.groups().contains(journey.groupId()) && !planned.contains(journey.groupId())) {
                new HashSet<>(journey.legs().stream().map(Plan.Leg::vehicle).toList())
                        .forEach(vehicle -> riders.merge(vehicle, journey.headcount(), Integer::sum));
            }
        }
        told.plan().coachTrips().stream()
                .filter(trip -> riders.containsKey(trip.id()))
                .forEach(trip -> outages.computeIfAbsent(trip.poolId(), pool -> new ArrayList<>())
                        .add(new CoachPool.Outage(trip.busyFrom(), trip.busyUntil(), 1)));
        told.plan().trainBookings().stream()
                .filter(booking -> riders.containsKey(booking.serviceId()))
                .forEach(booking -> carriages.merge(booking.serviceId(), booking.carriages(), Integer::sum));
        told.plan().flightBookings().stream()
                .filter(booking -> riders.containsKey(booking.flightId()))
                .forEach(booking -> seats.merge(booking.flightId(), riders.get(booking.flightId()), Integer::sum));
    }

    private CoachPool left(CoachPool pool) {
        return outages.containsKey(pool.id()) ? pool.withFurtherOutages(outages.get(pool.id())) : pool;
    }

    private TrainService left(TrainService train) {
        int taken = carriages.getOrDefault(train.id(), 0);
        if (taken == 0) {
            return train;
        }
        int most = Math.max(0, train.maxCarriages() - taken);
        return new TrainService(
                train.id(),
                train.name(),
                train.kind(),
                train.calls(),
                train.seatsPerCarriage(),
                train.wheelchairSpacesPerCarriage(),
                Math.min(most, Math.max(0, train.minCarriages() - taken)),
                most,
                0,
                train.fenPerCarriage(),
                train.fenPerPassenger(),
                train.bookBy());
    }

    private Flight left(Flight flight) {
        int taken = seats.getOrDefault(flight.id(), 0);
        if (taken == 0) {
            return flight;
        }
        int most = Math.max(0, flight.seats() - taken);
        return new Flight(
                flight.id(),
                flight.name(),
                flight.kind(),
                flight.from(),
                flight.to(),
                flight.depart(),
                flight.arrive(),
                most,
                flight.wheelchairSpaces(),
                Math.min(most, Math.max(0, flight.minPassengers() - taken)),
                0,
                flight.fenPerPassenger(),
                flight.bookBy());
    }
}
