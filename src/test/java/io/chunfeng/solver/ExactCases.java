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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Small problems of every kind for {@link ExactSolver}: all their times are whole minutes. The same seed gives the same problem. */
final class ExactCases {
    enum Kind {
        COACHES,
        SPLITTING,
        TRAIN,
        FLIGHT_WITH_MINIMUM,
        FEEDERS,
        POOL_REUSED,
        NIGHT,
        DAY_SHIFT,
        WHEELCHAIRS,
        EVERYTHING
    }

    private static final Instant BASE = Instant.parse("2024-02-16T16:00:00Z");
    private static final int PLACES = 4;

    private final Kind kind;
    private final Random random;
    private final List<double[]> points = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private ExactCases(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed * 31 + kind.ordinal());
    }

    static PlanningProblem problem(Kind kind, long seed) {
        return new ExactCases(kind, seed).make(kind + "-" + seed);
    }

    private boolean is(Kind wanted) {
        return kind == wanted || kind == Kind.EVERYTHING && wanted != Kind.SPLITTING;
    }

    private PlanningProblem make(String id) {
        double farKm = kind == Kind.POOL_REUSED ? 60 : kind == Kind.NIGHT ? 500 : 300;
        for (int i = 0; i < PLACES; i++) {
            place("s" + i, "1401", random.nextInt(40), random.nextInt(40));
        }
        place("t0", "4401", farKm, 0);
        place("t1", "4401", farKm + 20 + random.nextInt(20), 10);
        place("station", "1401", 20, 50);
        place("terminus", "4401", farKm, 30);
        List<TrainService> trains = is(Kind.TRAIN) || is(Kind.FEEDERS) ? List.of(train()) : List.of();
        List<Flight> flights = is(Kind.FLIGHT_WITH_MINIMUM) ? List.of(flight()) : List.of();
        return new PlanningProblem(
                id,
                id,
                BASE.minusSeconds(86_400),
                false,
                places,
                matrix(),
                groups(),
                pools(),
                trains,
                flights,
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    private void place(String id, String prefecture, double x, double y) {
        points.add(new double[] {x, y});
        places.add(new Place(id, id, prefecture + "01", Position.wgs84(111 + x / 100, 36 + y / 110)));
    }

    private static Instant at(int hours, int minutes) {
        return BASE.plusSeconds(hours * 3600L + minutes * 60L);
    }

    private List<Group> groups() {
        boolean coachesOnly = !is(Kind.FEEDERS) && !is(Kind.FLIGHT_WITH_MINIMUM) && !is(Kind.TRAIN);
        int count = 4 + (coachesOnly ? random.nextInt(kind == Kind.COACHES ? 5 : 2) : 0);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean split = is(Kind.SPLITTING) && i == 0;
            int headcount = split ? 50 + random.nextInt(4) : 6 + random.nextInt(22);
            int start = kind == Kind.NIGHT ? 16 + random.nextInt(6) : 4 + random.nextInt(3);
            int hours = 14 + random.nextInt(6);
            groups.add(new Group(
                    "g" + i,
                    "140101",
                    "s" + random.nextInt(PLACES),
                    "t" + random.nextInt(2),
                    headcount,
                    is(Kind.WHEELCHAIRS) && i == 1 ? 1 : 0,
                    at(start, random.nextInt(60)),
                    at(start + hours, random.nextInt(60)),
                    is(Kind.DAY_SHIFT) ? LocalDate.of(2024, 2, 16 + random.nextInt(3)) : LocalDate.of(2024, 2, 17),
                    EnumSet.allOf(Mode.class),
                    split ? headcount / 2 - 1 : headcount,
                    1,
                    null));
        }
        return groups;
    }

    private List<CoachPool> pools() {
        List<CoachPool> pools = new ArrayList<>();
        int[] seats = {33, 49};
        for (int i = 0; i < seats.length; i++) {
            pools.add(new CoachPool(
                    "p" + i,
                    "p" + i,
                    "s" + i,
                    "1401",
                    seats[i],
                    i,
                    kind == Kind.POOL_REUSED ? 1 + i : 8,
                    at(0, 0),
                    at(kind == Kind.NIGHT ? 60 : 40, 0),
                    60_000 + seats[i] * 500L,
                    500 + seats[i] * 10L,
                    500,
                    30_000));
        }
        return pools;
    }

    private TrainService train() {
        return new TrainService(
                "r",
                "r",
                TrainService.Kind.CHARTERED_CARRIAGES,
                List.of(
                        new TrainService.Call(kind == Kind.TRAIN ? "s0" : "station", at(11, 0), at(11, 10)),
                        new TrainService.Call(kind == Kind.TRAIN ? "t0" : "terminus", at(13, 10), at(13, 20))),
                40,
                1,
                1,
                3,
                20_000,
                60_000,
                3_000,
                BASE);
    }

    private Flight flight() {
        return new Flight(
                "f",
                "f",
                Flight.Kind.CHARTER,
                "station",
                "terminus",
                at(12, 0),
                at(13, 0),
                60,
                1,
                30,
                150_000,
                2_000,
                BASE);
    }

    private RoadMatrix matrix() {
        int n = places.size();
        int[][] metres = new int[n][n];
        int[][] seconds = new int[n][n];
        double[][] expressway = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double km = Math.hypot(points.get(i)[0] - points.get(j)[0], points.get(i)[1] - points.get(j)[1]);
                    metres[i][j] = 2000 + (int) (km * 1200);
                    seconds[i][j] = 60 * (2 + (int) (km * 0.9));
                    expressway[i][j] = 0.5;
                }
            }
        }
        return new RoadMatrix(places.stream().map(Place::id).toList(), metres, seconds, expressway);
    }
}
