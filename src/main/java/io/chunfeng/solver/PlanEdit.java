package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanKpis;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A plan with single journeys taken out or put in: a new plan with all its figures, the rest as it was. */
final class PlanEdit {
    private final OpenPlan open;
    private final PlanningProblem problem;
    private final List<Plan.CoachTrip> trips;
    private final List<Plan.Journey> journeys;

    private PlanEdit(OpenPlan open, PlanningProblem figures) {
        this.open = open;
        this.problem = figures;
        trips = new ArrayList<>(open.plan.coachTrips());
        journeys = new ArrayList<>(open.plan.journeys());
    }

    /**
     * The plan without one journey, whose people count as unserved nowhere. Trips that nobody rides any more are gone;
     * others are worked out again for those who are left, and stay as they are where that is impossible.
     */
    static Plan without(OpenPlan open, int journey) {
        PlanEdit edit = new PlanEdit(open, open.problem);
        for (Plan.Leg leg : open.plan.journeys().get(journey).legs()) {
            OpenPlan.OpenTrip trip = open.trip(leg.vehicle());
            if (trip == null) {
                continue;
            }
            List<OpenPlan.Rider> left = trip.riders().stream()
                    .filter(rider -> rider.journey() != journey)
                    .toList();
            if (left.isEmpty()) {
                edit.trips.remove(trip.trip());
                continue;
            }
            TripSchedule after = open.scheduler.schedule(
                    trip.pool(),
                    left.stream()
                            .map(OpenPlan.Rider::task)
                            .sorted(TripScheduler.CANONICAL)
                            .toList(),
                    open.usage(trip.pool(), trip.trip()));
            if (after != null) {
                edit.replace(trip, left, after);
            }
        }
        edit.journeys.remove(journey);
        return edit.plan(open.plan.unserved());
    }

    /**
     * The plan with these people travelling, taken off those of the group who are unserved.
     *
     * @param figures the problem by which costs and indicators are worked out
     */
    static Plan with(WayIn way, PlanningProblem figures) {
        OpenPlan open = way.open();
        PlanEdit edit = new PlanEdit(open, figures);
        List<Plan.Leg> legs = new ArrayList<>(3);
        if (way.out() != null) {
            legs.add(edit.board(way.out()));
        }
        if (way.ride() != null) {
            ServiceFact service = way.ride().service();
            legs.add(new Plan.Leg(
                    service.id,
                    open.in.placeIds[service.place[way.ride().board()]],
                    Instant.ofEpochSecond(way.ride().departure()),
                    open.in.placeIds[service.place[way.ride().alight()]],
                    Instant.ofEpochSecond(way.ride().arrival())));
        }
        if (way.back() != null) {
            legs.add(edit.board(way.back()));
        }
        String group = open.group.group.id();
        edit.journeys.add(new Plan.Journey(group, way.persons(), way.wheelchairs(), legs));
        return edit.plan(served(open.plan.unserved(), group, way.persons(), way.wheelchairs()));
    }

    private static List<Plan.Unserved> served(List<Plan.Unserved> before, String group, int persons, int wheelchairs) {
        List<Plan.Unserved> after = new ArrayList<>();
        for (Plan.Unserved rest : before) {
            if (!rest.groupId().equals(group)) {
                after.add(rest);
            } else if (rest.headcount() > persons) {
                after.add(new Plan.Unserved(
                        group,
                        rest.headcount() - persons,
                        Math.max(Plan.Unserved.WHEELCHAIRS_UNKNOWN, rest.wheelchairs() - wheelchairs),
                        rest.reason(),
                        rest.remedy()));
            }
        }
        return after;
    }

    private Plan.Leg board(WayIn.Seat seat) {
        UnfoldedTrip unfolded = open.scheduler.unfold(seat.after());
        String id;
        if (seat.joined() == null) {
            id = freeName();
            trips.add(trip(id, unfolded));
        } else {
            id = seat.joined().trip().id();
            replace(seat.joined(), seat.joined().riders(), seat.after());
        }
        return leg(id, seat.task(), unfolded);
    }

    private String freeName() {
        Set<String> taken = new HashSet<>();
        trips.forEach(trip -> taken.add(trip.id()));
        open.plan.coachTrips().forEach(trip -> taken.add(trip.id()));
        problem.trainServices().forEach(train -> taken.add(train.id()));
        problem.flights().forEach(flight -> taken.add(flight.id()));
        int number = trips.size() + 1;
        while (taken.contains("C" + number)) {
            number++;
        }
        return "C" + number;
    }

    private void replace(OpenPlan.OpenTrip before, List<OpenPlan.Rider> riders, TripSchedule after) {
        UnfoldedTrip unfolded = open.scheduler.unfold(after);
        String id = before.trip().id();
        trips.set(trips.indexOf(before.trip()), trip(id, unfolded));
        for (OpenPlan.Rider rider : riders) {
            Plan.Journey journey = journeys.get(rider.journey());
            List<Plan.Leg> legs = journey.legs().stream()
                    .map(leg -> leg.vehicle().equals(id) ? leg(id, rider.task(), unfolded) : leg)
                    .toList();
            journeys.set(
                    rider.journey(),
                    new Plan.Journey(journey.groupId(), journey.headcount(), journey.wheelchairs(), legs));
        }
    }

    static Plan.CoachTrip trip(String id, UnfoldedTrip trip) {
        TripSchedule schedule = trip.schedule();
        return new Plan.CoachTrip(
                id,
                schedule.pool().pool.id(),
                schedule.drivers(),
                trip.loadedMetres(),
                trip.emptyMetres(),
                trip.events(),
                PlanCosts.coachTripFen(
                        schedule.pool().pool,
                        schedule.drivers(),
                        trip.loadedMetres(),
                        trip.emptyMetres(),
                        schedule.busyUntil() - schedule.busyFrom()));
    }

    private Plan.Leg leg(String id, LegTask task, UnfoldedTrip trip) {
        return leg(id, open.in, task, trip);
    }

    static Plan.Leg leg(String id, Instance in, LegTask task, UnfoldedTrip trip) {
        return new Plan.Leg(
                id,
                in.placeIds[task.board()],
                trip.boardAt(task.board()),
                in.placeIds[task.alight()],
                trip.alightAt(task.alight()));
    }

    private Plan plan(List<Plan.Unserved> unserved) {
        Plan before = open.plan;
        Bookings bookings = new Bookings(problem, before, journeys);
        List<Plan.TrainBooking> trains = bookings.trains();
        List<Plan.FlightBooking> flights = bookings.flights();
        return new Plan(
                before.problemId(),
                before.solverConfig(),
                before.seed(),
                before.mapSha256(),
                before.codeVersion(),
                before.createdAt(),
                trips,
                trains,
                flights,
                journeys,
                unserved,
                PlanCosts.score(problem, trips, trains, flights, journeys, unserved),
                PlanKpis.kpis(problem, trips, trains, flights, journeys));
    }
}
