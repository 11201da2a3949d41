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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random problems of all kinds: short and long ways, tight and wide windows, scarce and ample coaches, trains with
 * several calls, flights with minimums, odd rules, places without a road. The same seed gives the same problem.
 */
final class ProblemGenerator {
    private static final Instant BASE = Instant.parse("2024-02-15T00:00:00Z");
    private static final int DAY = 86_400;

    private final Random random;
    private final List<Place> places = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();
    private int sources;
    private int targets;

    private ProblemGenerator(long seed) {
        random = new Random(seed * 7919 + 13);
    }

    static PlanningProblem problem(long seed) {
        return new ProblemGenerator(seed).make(seed);
    }

    private PlanningProblem make(long seed) {
        double extentKm = chance(0.3) ? 80 : chance(0.5) ? 500 : 1800;
        sources = 1 + random.nextInt(8);
        targets = 1 + random.nextInt(4);
        for (int i = 0; i < sources; i++) {
            place("s" + i, "14" + (10 + random.nextInt(3)) + "0" + (1 + random.nextInt(9)), 0, 120);
        }
        for (int i = 0; i < targets; i++) {
            place("t" + i, (chance(0.2) ? "14" : "44") + (10 + random.nextInt(3)) + "00", extentKm, 60);
        }
        int stations = random.nextInt(4);
        for (int i = 0; i < stations; i++) {
            place("st" + i, "141001", 0, 100);
            place("en" + i, "441000", extentKm, 50);
        }
        List<TrainService> trains = new ArrayList<>();
        List<Flight> flights = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            if (chance(0.6)) {
                trains.add(train("r" + i, i, extentKm));
            } else {
                flights.add(flight("f" + i, i));
            }
        }
        int groupCount = random.nextInt(5) == 0 ? 20 + random.nextInt(20) : 1 + random.nextInt(12);
        if (seed % 20 == 0) {
            groupCount = 40 + random.nextInt(261);
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < groupCount; i++) {
            groups.add(group("g" + i, extentKm));
        }
        int poolCount = 1 + random.nextInt(5);
        List<CoachPool> pools = new ArrayList<>();
        for (int i = 0; i < poolCount; i++) {
            pools.add(pool("p" + i));
        }
        return new PlanningProblem(
                "random-" + seed,
                "random problem " + seed,
                BASE.plusSeconds(random.nextInt(DAY)),
                chance(0.1),
                places,
                matrix(),
                groups,
                pools,
                trains,
                flights,
                rules(),
                PlanningProblem.Pinned.NONE);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private void place(String id, String adminCode, double eastKm, double spreadKm) {
        double x = eastKm + (random.nextDouble() - 0.5) * spreadKm;
        double y = (random.nextDouble() - 0.5) * spreadKm;
        if (!points.isEmpty() && chance(0.05)) {
            double[] same = points.get(random.nextInt(points.size()));
            x = same[0];
            y = same[1];
        }
        points.add(new double[] {x, y});
        places.add(new Place(id, id, adminCode, Position.wgs84(111 + x / 100, 36 + y / 110)));
    }

    private String any(String prefix, int count) {
        return prefix + random.nextInt(count);
    }

    private Instant day(int days, int seconds) {
        return BASE.plusSeconds((long) days * DAY + seconds);
    }

    private Group group(String id, double extentKm) {
        int headcount = chance(0.1) ? 60 + random.nextInt(140) : 1 + random.nextInt(55);
        int from = random.nextInt(DAY);
        int hours = (int) (extentKm / 50) + 2 + random.nextInt(chance(0.5) ? 12 : 72);
        int first = 1 + random.nextInt(3);
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (chance(0.8)) {
                modes.add(mode);
            }
        }
        if (modes.isEmpty()) {
            modes.add(Mode.COACH);
        }
        int[] minParts = {1, 1, 5, headcount / 2 + 1, headcount};
        return new Group(
                id,
                "141001",
                any("s", sources),
                any("t", targets),
                headcount,
                chance(0.1) ? 1 + random.nextInt(Math.min(3, headcount)) : 0,
                day(first, from),
                day(first, from).plusSeconds(hours * 3600L),
                chance(0.5) ? LocalDate.of(2024, 2, 16 + random.nextInt(3)) : null,
                modes,
                Math.max(1, Math.min(headcount, minParts[random.nextInt(minParts.length)])),
                1 + random.nextInt(3),
                null);
    }

    private CoachPool pool(String id) {
        int[] seats = {22, 33, 45, 49, 55, 5};
        boolean home = chance(0.8);
        return new CoachPool(
                id,
                id,
                home ? any("s", sources) : any("t", targets),
                (home ? "14" : "44") + (10 + random.nextInt(3)),
                seats[random.nextInt(seats.length)],
                chance(0.3) ? 2 : 0,
                chance(0.5) ? 1 + random.nextInt(2) : 10,
                day(0, random.nextInt(DAY)),
                day(5 + random.nextInt(3), 0),
                50_000 + random.nextInt(50_000),
                800 + random.nextInt(400),
                500,
                30_000);
    }

    private TrainService train(String id, int station, double extentKm) {
        List<TrainService.Call> calls = new ArrayList<>();
        Instant time = day(1 + random.nextInt(2), random.nextInt(DAY));
        calls.add(new TrainService.Call("st" + station, time, time.plusSeconds(600)));
        if (chance(0.4)) {
            time = time.plusSeconds(3600 + random.nextInt(7200));
            calls.add(new TrainService.Call(any("s", sources), time, time.plusSeconds(300)));
        }
        if (chance(0.4)) {
            time = time.plusSeconds((long) (extentKm * 20) + 1200);
            calls.add(new TrainService.Call(any("t", targets), time, time.plusSeconds(300)));
        }
        time = time.plusSeconds((long) (extentKm * 30) + 1200);
        calls.add(new TrainService.Call("en" + station, time, time.plusSeconds(300)));
        return new TrainService(
                id,
                id,
                chance(0.5) ? TrainService.Kind.CHARTERED_TRAIN : TrainService.Kind.CHARTERED_CARRIAGES,
                calls,
                20 + random.nextInt(100),
                random.nextInt(3),
                1 + random.nextInt(2),
                2 + random.nextInt(4),
                100_000,
                chance(0.5) ? 10_000 : 300_000,
                9_000,
                day(chance(0.9) ? 2 : 0, 0));
    }

    private Flight flight(String id, int station) {
        Instant time = day(1 + random.nextInt(3), random.nextInt(DAY));
        return new Flight(
                id,
                id,
                chance(0.5) ? Flight.Kind.CHARTER : Flight.Kind.SEAT_BLOCK,
                "st" + station,
                "en" + station,
                time,
                time.plusSeconds(9000),
                30 + random.nextInt(150),
                random.nextInt(3),
                chance(0.5) ? 1 : 20 + random.nextInt(60),
                chance(0.5) ? 100_000 : 15_000_000,
                10_000,
                day(2, 0));
    }

    private Rules rules() {
        Rules d = Rules.DEFAULT;
        if (chance(0.4)) {
            return d;
        }
        Rules.DriverHours h = d.driverHours();
        Rules.DriverHours hours = new Rules.DriverHours(
                chance(0.8),
                3600 * (2 + random.nextInt(3)),
                3600 + random.nextInt(7200),
                chance(0.2) ? LocalTime.MIDNIGHT : LocalTime.of(21, 30),
                chance(0.2) ? LocalTime.MIDNIGHT : LocalTime.of(6, 0),
                600 + random.nextInt(1800),
                3600 * (6 + random.nextInt(4)),
                h.secondDriverMetres(),
                h.secondDriverExpresswayMetres(),
                chance(0.2) ? LocalTime.of(23, 0) : h.curfewFrom(),
                h.curfewTo(),
                random.nextInt(300_000));
        return new Rules(
                1 + random.nextInt(5),
                1 + random.nextInt(5),
                chance(0.2) ? 0 : 300 + random.nextInt(1500),
                random.nextInt(3000),
                50_000 + random.nextInt(150_000),
                d.checkInSecondsRail(),
                d.checkInSecondsAir(),
                d.egressSecondsRail(),
                d.egressSecondsAir(),
                new BigDecimal(chance(0.5) ? "1.05" : "1.3"),
                random.nextInt(3600),
                1 + random.nextInt(3),
                chance(0.7),
                hours,
                new Rules.Weights(Map.of(1, 1, 2, 3, 3, 10), 1000, 2000, 20_000, 1000));
    }

    /** Straight lines made a little longer, not the same in both directions; some ways are missing. */
    private RoadMatrix matrix() {
        int n = places.size();
        int[][] metres = new int[n][n];
        int[][] seconds = new int[n][n];
        double[][] expressway = new double[n][n];
        double missing = chance(0.2) ? 0.1 : 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i == j) {
                    continue;
                }
                double km = Math.hypot(points.get(i)[0] - points.get(j)[0], points.get(i)[1] - points.get(j)[1]);
                boolean none = chance(missing);
                metres[i][j] = none ? RoadMatrix.UNREACHABLE : (int) (km * 1000 * (1.1 + 0.3 * random.nextDouble()));
                seconds[i][j] = none ? RoadMatrix.UNREACHABLE : (int) (metres[i][j] / (14 + 10 * random.nextDouble()));
                expressway[i][j] = chance(0.5) ? 0.95 : random.nextDouble();
            }
        }
        return new RoadMatrix(places.stream().map(Place::id).toList(), metres, seconds, expressway);
    }
}
