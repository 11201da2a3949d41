package io.chunfeng.storage;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Boardings;
import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups and a plan that nobody solved, stored as if somebody had: for what follows a plan, such as trips that ran. It
 * keeps no rule of the road. Groups travel between their county and 深圳市宝安区.
 */
final class HandMadePlan {
    static final Instant DEPARTURE = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final Instant ARRIVAL = DEPARTURE.plus(Duration.ofHours(20));
    private static final String WORK = "work";

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> coaches = new LinkedHashSet<>();
    private final List<TrainService> trains = new ArrayList<>();
    private final List<Plan.TrainBooking> trainBookings = new ArrayList<>();
    private final List<Flight> flights = new ArrayList<>();
    private final List<Plan.Journey> journeys = new ArrayList<>();

    HandMadePlan() {
        places.add(place(WORK, Boardings.WORKPLACE));
    }

    HandMadePlan group(String id, String county, int headcount) {
        return group(id, county, headcount, false);
    }

    HandMadePlan group(String id, String county, int headcount, boolean homeward) {
        String home = "home-" + county;
        if (places.stream().noneMatch(known -> known.id().equals(home))) {
            places.add(place(home, county));
        }
        groups.put(
                id,
                new Group(
                        id,
                        county,
                        homeward ? WORK : home,
                        homeward ? home : WORK,
                        headcount,
                        0,
                        DEPARTURE.minusSeconds(3600),
                        ARRIVAL.plusSeconds(3600),
                        null,
                        Set.of(Mode.values()),
                        1,
                        1,
                        null));
        return this;
    }

    HandMadePlan coach(String id) {
        coaches.add(id);
        return this;
    }

    HandMadePlan train(String id, TrainService.Kind kind, int carriages) {
        List<TrainService.Call> calls = List.of(
                new TrainService.Call(places.get(1).id(), DEPARTURE, DEPARTURE),
                new TrainService.Call(WORK, ARRIVAL, ARRIVAL));
        trains.add(new TrainService(id, id, kind, calls, 118, 0, 1, carriages, 0, 0, 0, DEPARTURE));
        trainBookings.add(new Plan.TrainBooking(id, carriages, 0));
        return this;
    }

    HandMadePlan flight(String id, Flight.Kind kind) {
        flights.add(new Flight(id, id, kind, places.get(1).id(), WORK, DEPARTURE, ARRIVAL, 180, 0, 1, 0, 0, DEPARTURE));
        return this;
    }

    /** By these vehicles, one after the other. */
    HandMadePlan journey(String group, int persons, String... vehicles) {
        Group of = groups.get(group);
        List<Plan.Leg> legs = Arrays.stream(vehicles)
                .map(vehicle -> new Plan.Leg(vehicle, of.from(), DEPARTURE, of.to(), ARRIVAL))
                .toList();
        journeys.add(new Plan.Journey(group, persons, 0, legs));
        return this;
    }

    PlanningProblem problem() {
        CoachPool pool =
                new CoachPool("pool", "吕梁汽运", places.get(1).id(), "1411", 55, 0, 99, DEPARTURE, ARRIVAL, 0, 0, 0, 0);
        return new PlanningProblem(
                "hand-made",
                "hand-made",
                DEPARTURE,
                false,
                places,
                null,
                List.copyOf(groups.values()),
                List.of(pool),
                trains,
                flights,
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    Plan plan() {
        return new Plan(
                "hand-made",
                "quick.xml",
                1,
                null,
                DEPARTURE,
                coaches.stream()
                        .map(id ->
                                new Plan.CoachTrip(id, "pool", 2, 0, 0, List.of(new Plan.Rest(DEPARTURE, ARRIVAL)), 0))
                        .toList(),
                trainBookings,
                flights.stream()
                        .map(flight -> new Plan.FlightBooking(flight.id(), 1, 0))
                        .toList(),
                journeys,
                List.of(),
                new Plan.Score(0, 0, 0, new Plan.CostParts(0, 0, 0, 0, 0, 0, 0)),
                new Plan.Kpis(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** @return the plan's id */
    long store(TestDatabase database) {
        database.places().save(places);
        database.demand().save(groups.values());
        PlanningProblem problem = problem();
        Plan plan = plan();
        long id = database.sql()
                .sql("""
                        INSERT INTO plan (stored_at, problem_name, problem, plan, hard, unserved, cost_fen, coach_fen,
                                          train_fen, flight_fen, time_fen, transfer_fen, split_fen, day_shift_fen,
                                          persons_coach, persons_rail, persons_air, coach_trips, train_services, carriages,
                                          flights, load_factor, loaded_km, empty_km, passenger_hours, fen_per_person)
                        VALUES (now(), 'hand-made', :problem::json, :plan::json, 0, 0, 0, 0,
                                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                        RETURNING id
                        """)
                .param("problem", ExchangeJson.write(problem))
                .param("plan", ExchangeJson.write(plan))
                .query(Long.class)
                .single();
        new PlanIndex(database.batches()).write(id, problem, plan);
        return id;
    }

    private static Place place(String id, String county) {
        return new Place(id, id, county, new Position(111, 38, Crs.WGS84));
    }
}
