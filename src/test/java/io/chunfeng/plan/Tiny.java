package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tiny world by hand. Depot D, boarding places A and B, station S and airport P in prefecture 1401; workplace W, depot V,
 * station T and airport Q in 3101. Coach pool K at D (10 seats, 1 wheelchair space), pool L at V.
 */
final class Tiny {
    static final Instant EIGHT = at("2024-02-17T08:00:00+08:00");

    Rules rules = Rules.DEFAULT;
    Instant asOf = EIGHT.minusSeconds(86_400);
    boolean emergency;
    int seats = 10;
    int spaces = 1;
    int count = 1;
    String home = "1401";
    Instant availableFrom = at("2024-02-01T00:00:00+08:00");
    Instant availableUntil = at("2024-03-01T00:00:00+08:00");
    Instant bookBy = EIGHT;
    int minPassengers = 2;
    PlanningProblem.Pinned pinned = PlanningProblem.Pinned.NONE;
    final List<Group> groups = new ArrayList<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<String, int[]> roads = new HashMap<>();
    private final Map<String, Double> expressway = new HashMap<>();

    final List<Plan.CoachTrip> trips = new ArrayList<>();
    final List<Plan.TrainBooking> trainBookings = new ArrayList<>();
    final List<Plan.FlightBooking> flightBookings = new ArrayList<>();
    final List<Plan.Journey> journeys = new ArrayList<>();
    final List<Plan.Unserved> unserved = new ArrayList<>();

    Tiny() {
        List.of("D", "A", "B", "S", "P").forEach(id -> places.put(id, "140101"));
        List.of("W", "V", "T", "Q").forEach(id -> places.put(id, "310101"));
        road("D", "A", 10_000, 600);
        road("D", "B", 10_000, 600);
        road("A", "B", 10_000, 600);
        road("D", "W", 300_000, 10_800);
        road("A", "W", 300_000, 10_800);
        road("B", "W", 300_000, 10_800);
        road("A", "S", 50_000, 2400);
        road("D", "S", 50_000, 2400);
        road("V", "W", 5_000, 300);
        road("V", "T", 20_000, 1200);
        road("T", "W", 20_000, 1200);
    }

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** The same way in both directions. */
    Tiny road(String from, String to, int metres, int seconds) {
        roads.put(from + to, new int[] {metres, seconds});
        roads.put(to + from, new int[] {metres, seconds});
        return this;
    }

    Tiny noRoad(String from, String to) {
        roads.remove(from + to);
        return this;
    }

    Tiny expressway(String from, String to, double share) {
        expressway.put(from + to, share);
        return this;
    }

    int[] way(String from, String to) {
        return roads.getOrDefault(from + to, new int[] {RoadMatrix.UNREACHABLE, RoadMatrix.UNREACHABLE});
    }

    Tiny withoutDriverHours() {
        Rules.DriverHours d = rules.driverHours();
        return driverHours(new Rules.DriverHours(
                false,
                d.dayContinuousSeconds(),
                d.nightContinuousSeconds(),
                d.nightFrom(),
                d.nightTo(),
                d.restSeconds(),
                d.secondsPerDriverPer24h(),
                d.secondDriverMetres(),
                d.secondDriverExpresswayMetres(),
                d.curfewFrom(),
                d.curfewTo(),
                d.curfewExemptMetres()));
    }

    private Tiny driverHours(Rules.DriverHours hours) {
        rules = new Rules(
                rules.maxBoardingStops(),
                rules.maxAlightingStops(),
                rules.stopSeconds(),
                rules.walkMetres(),
                rules.maxFeederMetres(),
                rules.checkInSecondsRail(),
                rules.checkInSecondsAir(),
                rules.egressSecondsRail(),
                rules.egressSecondsAir(),
                rules.maxRideRatio(),
                rules.rideSlackSeconds(),
                rules.maxDrivers(),
                rules.homeEnd(),
                hours,
                rules.weights());
        return this;
    }

    Tiny group(String id, String from, String to, int headcount) {
        return group(id, from, to, headcount, 0, 1, EnumSet.allOf(Mode.class));
    }

    Tiny group(String id, String from, String to, int headcount, int wheelchairs, int minPart, Set<Mode> modes) {
        groups.add(new Group(
                id,
                "140101",
                from,
                to,
                headcount,
                wheelchairs,
                at("2024-02-16T00:00:00+08:00"),
                at("2024-02-20T00:00:00+08:00"),
                LocalDate.parse("2024-02-17"),
                modes,
                minPart,
                1,
                null));
        return this;
    }

    Tiny window(Instant earliestDeparture, Instant latestArrival) {
        Group g = groups.remove(groups.size() - 1);
        groups.add(new Group(
                g.id(),
                g.county(),
                g.from(),
                g.to(),
                g.headcount(),
                g.wheelchairs(),
                earliestDeparture,
                latestArrival,
                g.preferredDate(),
                g.modes(),
                g.minPart(),
                g.priority(),
                null));
        return this;
    }

    PlanningProblem problem() {
        List<String> ids = List.copyOf(places.keySet());
        int n = ids.size();
        int[][] metres = new int[n][n];
        int[][] seconds = new int[n][n];
        double[][] shares = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int[] way = i == j ? new int[] {0, 0} : way(ids.get(i), ids.get(j));
                metres[i][j] = way[0];
                seconds[i][j] = way[1];
                shares[i][j] = expressway.getOrDefault(ids.get(i) + ids.get(j), 0.0);
            }
        }
        return new PlanningProblem(
                "tiny",
                "tiny",
                asOf,
                emergency,
                ids.stream()
                        .map(id -> new Place(id, id, places.get(id), Position.wgs84(112, 37)))
                        .toList(),
                new RoadMatrix(ids, metres, seconds, shares),
                groups,
                List.of(pool("K", "D", home), pool("L", "V", "3101")),
                List.of(new TrainService(
                        "train",
                        "train",
                        TrainService.Kind.CHARTERED_CARRIAGES,
                        List.of(
                                new TrainService.Call("S", EIGHT.plusSeconds(7200), EIGHT.plusSeconds(7200)),
                                new TrainService.Call("P", EIGHT.plusSeconds(10_000), EIGHT.plusSeconds(10_100)),
                                new TrainService.Call("T", EIGHT.plusSeconds(20_000), EIGHT.plusSeconds(20_000))),
                        5,
                        1,
                        1,
                        3,
                        200_000,
                        300_000,
                        9_500,
                        bookBy)),
                List.of(new Flight(
                        "flight",
                        "flight",
                        Flight.Kind.CHARTER,
                        "P",
                        "Q",
                        EIGHT.plusSeconds(9000),
                        EIGHT.plusSeconds(16_000),
                        6,
                        2,
                        minPassengers,
                        1_000_000,
                        100,
                        bookBy)),
                rules,
                pinned);
    }

    private CoachPool pool(String id, String depot, String homePrefecture) {
        return new CoachPool(
                id,
                "operator",
                depot,
                homePrefecture,
                seats,
                spaces,
                count,
                availableFrom,
                availableUntil,
                60_000,
                901,
                501,
                30_000);
    }

    /** A trip is written down as it goes: places to drive to, stops and rests. */
    final class Trip {
        private final String id;
        private final String pool;
        private final String depot;
        private final int drivers;
        private final List<Plan.Event> events = new ArrayList<>();
        private Instant now;
        private String at;

        Trip(String id, String pool, int drivers, Instant start) {
            this.id = id;
            this.pool = pool;
            this.depot = pool.equals("K") ? "D" : "V";
            this.drivers = drivers;
            now = start;
            at = depot;
        }

        Trip drive(String to) {
            return drive(to, way(at, to)[0], way(at, to)[1]);
        }

        Trip drive(String to, int metres, int seconds) {
            events.add(new Plan.Drive(now, now.plusSeconds(seconds), at, to, metres, false));
            now = now.plusSeconds(seconds);
            at = to;
            return this;
        }

        /** Half of the way, a rest, the other half. */
        Trip driveWithRest(String to, int secondsBefore, int restSeconds) {
            String from = at;
            int[] way = way(from, to);
            drive(to, 1000, secondsBefore);
            rest(restSeconds);
            at = from;
            return drive(to, way[0] - 1000, way[1] - secondsBefore);
        }

        Trip stop(int seconds) {
            events.add(new Plan.Stop(now, now.plusSeconds(seconds), at));
            now = now.plusSeconds(seconds);
            return this;
        }

        Trip stop() {
            return stop(900);
        }

        Trip rest(int seconds) {
            events.add(new Plan.Rest(now, now.plusSeconds(seconds)));
            now = now.plusSeconds(seconds);
            return this;
        }

        Trip home() {
            return drive(depot);
        }

        /** The n-th stop, from 0. */
        Plan.Stop stopAt(int n) {
            return (Plan.Stop) events.stream()
                    .filter(Plan.Stop.class::isInstance)
                    .skip(n)
                    .findFirst()
                    .orElseThrow();
        }

        Plan.Leg leg(int boardingStop, int alightingStop) {
            Plan.Stop from = stopAt(boardingStop);
            Plan.Stop to = stopAt(alightingStop);
            return new Plan.Leg(id, from.place(), from.to(), to.place(), to.from());
        }

        /** Adds the trip to the plan, drives between its first and last stop marked loaded. */
        Trip add() {
            Tiny.this.trips.add(trip());
            return this;
        }

        Plan.CoachTrip trip() {
            int first = 0;
            int last = events.size();
            while (first < events.size() && !(events.get(first) instanceof Plan.Stop)) {
                first++;
            }
            while (last > 0 && !(events.get(last - 1) instanceof Plan.Stop)) {
                last--;
            }
            List<Plan.Event> marked = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                boolean loaded = i > first && i < last;
                marked.add(
                        events.get(i) instanceof Plan.Drive d
                                ? new Plan.Drive(d.from(), d.to(), d.fromPlace(), d.toPlace(), d.metres(), loaded)
                                : events.get(i));
            }
            Plan.CoachTrip bare = new Plan.CoachTrip(id, pool, drivers, 0, 0, marked, 0);
            return new Plan.CoachTrip(
                    id,
                    pool,
                    drivers,
                    PlanCosts.metres(bare, true),
                    PlanCosts.metres(bare, false),
                    marked,
                    PlanCosts.coachTripFen(pool(pool, depot, home), bare));
        }
    }

    Trip trip(String id, int drivers, Instant start) {
        return new Trip(id, "K", drivers, start);
    }

    /** D → A, stop, → W, stop and rest, → D: valid with one driver. */
    Trip direct(String id, Instant start) {
        return trip(id, 1, start).drive("A").stop().drive("W").stop().rest(300).home();
    }

    Tiny ride(String group, int headcount, Plan.Leg... legs) {
        return ride(group, headcount, 0, legs);
    }

    Tiny ride(String group, int headcount, int wheelchairs, Plan.Leg... legs) {
        journeys.add(new Plan.Journey(group, headcount, wheelchairs, Arrays.asList(legs)));
        return this;
    }

    Tiny leave(String group, int headcount, int wheelchairs) {
        unserved.add(new Plan.Unserved(
                group,
                headcount,
                wheelchairs,
                UnservedReason.CAPACITY_TAKEN,
                new Plan.Remedy("加车", "ADD_COACH", Map.of())));
        return this;
    }

    Plan.Leg train(String from, String to) {
        List<TrainService.Call> calls = problem().trainServices().get(0).calls();
        Map<String, TrainService.Call> byPlace = PlanCosts.byId(calls, TrainService.Call::place);
        return new Plan.Leg(
                "train", from, byPlace.get(from).depart(), to, byPlace.get(to).arrive());
    }

    Plan.Leg flight() {
        return new Plan.Leg("flight", "P", EIGHT.plusSeconds(9000), "Q", EIGHT.plusSeconds(16_000));
    }

    Tiny bookTrain(int carriages) {
        int passengers = PlanCosts.passengers(journeys).getOrDefault("train", 0);
        trainBookings.add(new Plan.TrainBooking(
                "train", carriages, PlanCosts.trainFen(problem().trainServices().get(0), carriages, passengers)));
        return this;
    }

    Tiny bookFlight() {
        int passengers = PlanCosts.passengers(journeys).getOrDefault("flight", 0);
        flightBookings.add(new Plan.FlightBooking(
                "flight", passengers, PlanCosts.flightFen(problem().flights().get(0), passengers)));
        return this;
    }

    /** The plan with all its figures right. */
    Plan plan() {
        PlanningProblem problem = problem();
        return new Plan(
                problem.id(),
                "test",
                1,
                null,
                EIGHT,
                trips,
                trainBookings,
                flightBookings,
                journeys,
                unserved,
                PlanCosts.score(problem, trips, trainBookings, flightBookings, journeys, unserved),
                PlanKpis.kpis(problem, trips, trainBookings, flightBookings, journeys));
    }

    /** The different rules that the plan breaks, in the order found. */
    List<Rule> broken() {
        return broken(plan());
    }

    List<Rule> broken(Plan plan) {
        return PlanChecker.check(problem(), plan).stream()
                .map(Violation::rule)
                .distinct()
                .toList();
    }
}
