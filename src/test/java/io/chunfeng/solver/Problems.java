package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Small problems on a line: places lie at given kilometres, coaches drive 80 km/h, everything is Saturday 2024-02-17. */
final class Problems {
    static final Instant AS_OF = at("2024-02-15T08:00");

    private final List<Place> places = new ArrayList<>();
    private final List<Double> kilometres = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<CoachPool> pools = new ArrayList<>();
    private final List<TrainService> trains = new ArrayList<>();
    private final List<Flight> flights = new ArrayList<>();
    private Rules rules = Rules.DEFAULT;
    private final List<String[]> cut = new ArrayList<>();

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PlanningProblem.ZONE).toInstant();
    }

    /** @param prefecture first four digits of the administrative code */
    Problems place(String id, double km, String prefecture) {
        places.add(new Place(id, id, prefecture + "01", Position.wgs84(110 + km / 100, 36)));
        kilometres.add(km);
        return this;
    }

    Problems group(String id, String from, String to, int headcount) {
        return group(id, from, to, headcount, 0, 1, EnumSet.allOf(Mode.class), "2024-02-17T06:00", "2024-02-18T22:00");
    }

    Problems group(
            String id,
            String from,
            String to,
            int headcount,
            int wheelchairs,
            int minPart,
            Set<Mode> modes,
            String earliest,
            String latest) {
        groups.add(new Group(
                id,
                "140101",
                from,
                to,
                headcount,
                wheelchairs,
                at(earliest),
                at(latest),
                LocalDate.of(2024, 2, 17),
                modes,
                minPart,
                1,
                null));
        return this;
    }

    Problems pool(String id, String depot, String home, int seats, int count) {
        pools.add(new CoachPool(
                id,
                id,
                depot,
                home,
                seats,
                0,
                count,
                at("2024-02-16T00:00"),
                at("2024-02-25T00:00"),
                60_000 + seats * 500L,
                500 + seats * 10L,
                500,
                30_000));
        return this;
    }

    Problems train(String id, String from, String depart, String to, String arrive, int seats, int maxCarriages) {
        trains.add(new TrainService(
                id,
                id,
                TrainService.Kind.CHARTERED_CARRIAGES,
                List.of(
                        new TrainService.Call(from, at(depart).minusSeconds(600), at(depart)),
                        new TrainService.Call(to, at(arrive), at(arrive).plusSeconds(600))),
                seats,
                0,
                1,
                maxCarriages,
                0,
                100_000,
                1_000,
                at("2024-02-16T00:00")));
        return this;
    }

    Problems flight(String id, String from, String depart, String to, String arrive, int seats, int minimum) {
        flights.add(new Flight(
                id,
                id,
                Flight.Kind.CHARTER,
                from,
                to,
                at(depart),
                at(arrive),
                seats,
                0,
                minimum,
                100_000,
                1_000,
                at("2024-02-16T00:00")));
        return this;
    }

    Problems rules(Rules changed) {
        rules = changed;
        return this;
    }

    /** No road between the two, either way. */
    Problems cut(String a, String b) {
        cut.add(new String[] {a, b});
        return this;
    }

    PlanningProblem build() {
        int n = places.size();
        int[][] metres = new int[n][n];
        int[][] seconds = new int[n][n];
        double[][] expressway = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                metres[i][j] = (int) Math.round(Math.abs(kilometres.get(i) - kilometres.get(j)) * 1000);
                seconds[i][j] = (int) Math.round(metres[i][j] * 3.6 / 80);
                for (String[] pair : cut) {
                    Set<String> ends = Set.of(pair);
                    if (ends.contains(places.get(i).id())
                            && ends.contains(places.get(j).id())
                            && i != j) {
                        metres[i][j] = RoadMatrix.UNREACHABLE;
                        seconds[i][j] = RoadMatrix.UNREACHABLE;
                    }
                }
            }
        }
        return new PlanningProblem(
                "small",
                "small",
                AS_OF,
                false,
                places,
                new RoadMatrix(places.stream().map(Place::id).toList(), metres, seconds, expressway),
                groups,
                pools,
                trains,
                flights,
                rules,
                PlanningProblem.Pinned.NONE);
    }
}
