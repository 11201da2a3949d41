package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A {@code chunfeng-problem/1}: meaning in src/docs/planning-format.md. Every id named in it exists in it.
 *
 * @param asOf nothing is planned or booked before it
 * @param emergency 紧急包车任务: H10 does not apply
 * @param matrix between all places, or null: to be computed on the loaded map
 * @param pinned parts of an earlier plan that must stay as they are
 * @param published the plan that people were told, what is pinned included: changing it costs; it may name groups and
 *     vehicles that the problem no longer has
 */
public record PlanningProblem(
        String id,
        String name,
        Instant asOf,
        boolean emergency,
        List<Place> places,
        RoadMatrix matrix,
        List<Group> groups,
        List<CoachPool> coachPools,
        List<TrainService> trainServices,
        List<Flight> flights,
        Rules rules,
        Pinned pinned,
        Pinned published) {

    public static final String FORMAT = "chunfeng-problem/1";

    /** The one time zone of every date and time of day; it has no daylight saving time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public PlanningProblem {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
        coachPools = List.copyOf(coachPools);
        trainServices = List.copyOf(trainServices);
        flights = List.copyOf(flights);
    }

    /** Nothing is published yet. */
    public PlanningProblem(
            String id,
            String name,
            Instant asOf,
            boolean emergency,
            List<Place> places,
            RoadMatrix matrix,
            List<Group> groups,
            List<CoachPool> coachPools,
            List<TrainService> trainServices,
            List<Flight> flights,
            Rules rules,
            Pinned pinned) {
        this(
                id,
                name,
                asOf,
                emergency,
                places,
                matrix,
                groups,
                coachPools,
                trainServices,
                flights,
                rules,
                pinned,
                Pinned.NONE);
    }

    /** Whether this plans anew what people were told already. */
    public boolean replans() {
        return !published.journeys().isEmpty();
    }

    public PlanningProblem withMatrix(RoadMatrix computed) {
        return new PlanningProblem(
                id,
                name,
                asOf,
                emergency,
                places,
                computed,
                groups,
                coachPools,
                trainServices,
                flights,
                rules,
                pinned,
                published);
    }

    public PlanningProblem withGroups(List<Group> changed) {
        return new PlanningProblem(
                id,
                name,
                asOf,
                emergency,
                places,
                matrix,
                changed,
                coachPools,
                trainServices,
                flights,
                rules,
                pinned,
                published);
    }

    public PlanningProblem withCoachPools(List<CoachPool> changed) {
        return new PlanningProblem(
                id,
                name,
                asOf,
                emergency,
                places,
                matrix,
                groups,
                changed,
                trainServices,
                flights,
                rules,
                pinned,
                published);
    }

    public PlanningProblem withTrainServices(List<TrainService> changed) {
        return new PlanningProblem(
                id,
                name,
                asOf,
                emergency,
                places,
                matrix,
                groups,
                coachPools,
                changed,
                flights,
                rules,
                pinned,
                published);
    }

    public PlanningProblem withFlights(List<Flight> changed) {
        return new PlanningProblem(
                id,
                name,
                asOf,
                emergency,
                places,
                matrix,
                groups,
                coachPools,
                trainServices,
                changed,
                rules,
                pinned,
                published);
    }

    public PlanningProblem withPinned(Pinned changed) {
        return new PlanningProblem(
                id,
                name,
                asOf,
                emergency,
                places,
                matrix,
                groups,
                coachPools,
                trainServices,
                flights,
                rules,
                changed,
                published);
    }

    /** 紧急包车任务. */
    public PlanningProblem asEmergency() {
        return new PlanningProblem(
                id,
                name,
                asOf,
                true,
                places,
                matrix,
                groups,
                coachPools,
                trainServices,
                flights,
                rules,
                pinned,
                published);
    }

    /** What stays: the same shapes as in a plan. */
    public record Pinned(
            List<Plan.CoachTrip> coachTrips,
            List<Plan.TrainBooking> trainBookings,
            List<Plan.FlightBooking> flightBookings,
            List<Plan.Journey> journeys) {

        public static final Pinned NONE = new Pinned(List.of(), List.of(), List.of(), List.of());

        /** All of a plan that runs. */
        public static Pinned of(Plan plan) {
            return new Pinned(plan.coachTrips(), plan.trainBookings(), plan.flightBookings(), plan.journeys());
        }

        public Pinned {
            coachTrips = List.copyOf(coachTrips);
            trainBookings = List.copyOf(trainBookings);
            flightBookings = List.copyOf(flightBookings);
            journeys = List.copyOf(journeys);
        }
    }
}
