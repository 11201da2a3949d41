package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.road.RoadMatrix;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Vehicle routing problems with a heterogeneous fleet, as the literature has them: people on a plane ride to the depot.
 * The same seed always gives the same problem.
 */
final class RoutingProblems {
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-28T00:00:00Z");

    /** From the depot to anybody, so that no coach can go twice while it is available. */
    private static final int WAY_OUT_SECONDS = 100_000;

    private static final int AVAILABLE_SECONDS = 190_000;

    /** So fast that one coach could visit everybody: time limits nothing, as in the published problems. */
    private static final int METRES_PER_SECOND = 1000;

    /** What limits and what costs; the names are those of the literature. */
    enum Variant {
        /** As many vehicles as anybody wants; each costs, and so do its kilometres. */
        FSMFD(false, true, true),
        /** As many vehicles as anybody wants; each costs, and all kilometres cost the same. */
        FSMF(false, true, false),
        /** As many vehicles as anybody wants; only kilometres cost. */
        FSMD(false, false, true),
        /** So many vehicles, each used once at most; each costs, and so do its kilometres. */
        HVRPFD(true, true, true),
        /** So many vehicles, each used once at most; only kilometres cost. */
        HVRPD(true, false, true);

        private final boolean limited;
        private final boolean fixedCosts;
        private final boolean kilometreCosts;

        Variant(boolean limited, boolean fixedCosts, boolean kilometreCosts) {
            this.limited = limited;
            this.fixedCosts = fixedCosts;
            this.kilometreCosts = kilometreCosts;
        }
    }

    private RoutingProblems() {}

    /** Customers around the depot, half of them in clusters; four kinds of vehicles, for the biggest a few suffice. */
    static PlanningProblem random(Variant variant, int customers, long seed) {
        Random random = new Random(seed * 31 + customers);
        double[][] points = points(customers, random);
        int[] headcounts = random.ints(customers, 3, 36).toArray();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i <= customers; i++) {
            places.add(new Place(
                    i == 0 ? "depot" : "c" + i,
                    i == 0 ? "depot" : "c" + i,
                    "140100",
                    Position.wgs84(112 + points[i][0] / 100, 36 + points[i][1] / 100)));
        }
        List<Group> groups = new ArrayList<>();
        int persons = 0;
        for (int i = 1; i <= customers; i++) {
            groups.add(group(i, headcounts[i - 1]));
            persons += headcounts[i - 1];
        }
        int[] seats = {40, 70, 120, 200};
        int[] fixedYuan = {45, 95, 190, 360};
        int[] fenPerKm = {100, 125, 165, 210};
        List<CoachPool> pools = new ArrayList<>();
        for (int kind = 0; kind < seats.length; kind++) {
            int count = (int) Math.ceil(0.34 * persons / seats[kind]);
            pools.add(pool(kind, seats[kind], count, fixedYuan[kind] * 100L, fenPerKm[kind]));
        }
        String id = "hfvrp-" + customers + "-" + variant + "-seed" + seed;
        PlanningProblem limited = new PlanningProblem(
                id,
                id,
                FROM,
                false,
                places,
                plane(places, points),
                groups,
                pools,
                List.of(),
                List.of(),
                rules(customers),
                PlanningProblem.Pinned.NONE);
        return variant(limited, id, variant, Map.of());
    }

    /**
     * Another variant of a problem: same people, same vehicles, other limits and costs.
     *
     * @param counts of vehicles by pool id; where a pool is absent its own count stands
     */
    static PlanningProblem variant(PlanningProblem problem, String id, Variant variant, Map<String, Integer> counts) {
        int enough = problem.groups().size();
        List<CoachPool> pools = problem.coachPools().stream()
                .map(pool -> new CoachPool(
                        pool.id(),
                        pool.operator(),
                        pool.depot(),
                        pool.homePrefecture(),
                        pool.approvedSeats(),
                        pool.wheelchairSpaces(),
                        variant.limited ? counts.getOrDefault(pool.id(), pool.count()) : enough,
                        pool.availableFrom(),
                        variant.limited ? pool.availableFrom().plusSeconds(AVAILABLE_SECONDS) : pool.availableUntil(),
                        variant.fixedCosts ? pool.dispatchFen() : 0,
                        variant.kilometreCosts ? pool.fenPerLoadedKm() : 100,
                        variant.kilometreCosts ? pool.fenPerEmptyKm() : 100,
                        pool.fenPerDriverDay()))
                .toList();
        return new PlanningProblem(
                id,
                problem.name(),
                problem.asOf(),
                problem.emergency(),
                problem.places(),
                variant.limited
                        ? longWayOut(
                                problem.matrix(), problem.coachPools().get(0).depot())
                        : problem.matrix(),
                problem.groups(),
                pools,
                List.of(),
                List.of(),
                problem.rules(),
                PlanningProblem.Pinned.NONE);
    }

    private static RoadMatrix longWayOut(RoadMatrix matrix, String depot) {
        int row = matrix.index().get(depot);
        int[][] seconds = matrix.seconds().clone();
        seconds[row] = seconds[row].clone();
        for (int to = 0; to < matrix.size(); to++) {
            if (to != row) {
                seconds[row][to] += WAY_OUT_SECONDS;
            }
        }
        return new RoadMatrix(matrix.placeIds(), matrix.metres(), seconds, matrix.expressway());
    }

    /** The depot first; kilometres. */
    private static double[][] points(int customers, Random random) {
        double[][] centres = new double[4][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = new double[] {80 * random.nextDouble(), 80 * random.nextDouble()};
        }
        double[][] points = new double[customers + 1][];
        points[0] = new double[] {30 + 20 * random.nextDouble(), 30 + 20 * random.nextDouble()};
        for (int i = 1; i <= customers; i++) {
            double[] centre = centres[random.nextInt(centres.length)];
            points[i] = i % 2 == 0
                    ? new double[] {80 * random.nextDouble(), 80 * random.nextDouble()}
                    : new double[] {centre[0] + 5 * random.nextGaussian(), centre[1] + 5 * random.nextGaussian()};
        }
        return points;
    }

    private static Group group(int number, int headcount) {
        return new Group(
                "g" + number,
                "140100",
                "c" + number,
                "depot",
                headcount,
                0,
                FROM,
                UNTIL,
                null,
                EnumSet.of(Mode.COACH),
                headcount,
                1,
                null);
    }

    /** One seat more than the published capacity: the driver's. */
    private static CoachPool pool(int kind, int seats, int count, long dispatchFen, long fenPerKm) {
        String id = "type" + (kind + 1);
        return new CoachPool(
                id, id, "depot", "1401", seats + 1, 0, count, FROM, UNTIL, dispatchFen, fenPerKm, fenPerKm, 0);
    }

    private static RoadMatrix plane(List<Place> places, double[][] points) {
        int size = points.length;
        int[][] metres = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                metres[from][to] = (int)
                        Math.round(1000 * Math.hypot(points[from][0] - points[to][0], points[from][1] - points[to][1]));
            }
        }
        int[][] seconds = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                seconds[from][to] = metres[from][to] / METRES_PER_SECOND;
            }
        }
        return new RoadMatrix(places.stream().map(Place::id).toList(), metres, seconds, new double[size][size]);
    }

    private static Rules rules(int customers) {
        Rules usual = Rules.DEFAULT;
        Rules.DriverHours hours = usual.driverHours();
        return new Rules(
                customers + 1,
                1,
                0,
                usual.walkMetres(),
                usual.maxFeederMetres(),
                usual.checkInSecondsRail(),
                usual.checkInSecondsAir(),
                usual.egressSecondsRail(),
                usual.egressSecondsAir(),
                new BigDecimal(1000),
                10_000_000,
                1,
                usual.homeEnd(),
                new Rules.DriverHours(
                        false,
                        hours.dayContinuousSeconds(),
                        hours.nightContinuousSeconds(),
                        hours.nightFrom(),
                        hours.nightTo(),
                        hours.restSeconds(),
                        hours.secondsPerDriverPer24h(),
                        hours.secondDriverMetres(),
                        hours.secondDriverExpresswayMetres(),
                        hours.curfewFrom(),
                        hours.curfewTo(),
                        hours.curfewExemptMetres()),
                new Rules.Weights(usual.weights().unservedByPriority(), 0, 0, 0, 0));
    }
}
