package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.NamedDrives;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No valid plan needs a way that was left out: random problems between real cities. The seed is the test's name. */
class NeededDrivesOnTheMapTest {
    private static final Duration A_MOMENT = Duration.ofMillis(150);

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    private final Planner planner = new SolverPlanner(Clock.systemUTC());

    @BeforeAll
    static void open() {
        roads = RoadNetworks.open(MapSource.find(Path.of("maps"), null), Path.of("target", "graphs"));
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    static LongStream seeds() {
        long first = Long.getLong("chunfeng.first-seed", 1);
        return LongStream.range(first, first + 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plansOfTheWholeMatrixKeepTheirDrives(long seed) {
        PlanningProblem problem = ProblemsOnTheMap.problem(seed);
        PlanningProblem whole = problem.withMatrix(roads.matrix(problem.places()));
        PlanningProblem sparse = problem.withMatrix(NeededDrives.matrix(problem, roads));
        requirePart(sparse.matrix(), whole.matrix());

        Plan plan = plan(whole);

        requireNamed(plan, sparse);
        assertThat(PlanChecker.check(sparse, plan)).isEmpty();
        assertThat(PlanChecker.check(whole, plan(sparse))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pinnedPlansKeepTheirDrives(long seed) {
        PlanningProblem problem = ProblemsOnTheMap.problem(seed + 1000);
        PlanningProblem whole = problem.withMatrix(roads.matrix(problem.places()));
        PlanningProblem pinned = EveryPlanIsValidTest.pinHalf(whole, plan(whole));
        PlanningProblem sparse = pinned.withMatrix(NeededDrives.matrix(pinned.withMatrix(null), roads));

        Plan plan = plan(sparse);

        requireNamed(plan, sparse);
        assertThat(PlanChecker.check(sparse, plan)).isEmpty();
        assertThat(PlanChecker.check(pinned, plan)).isEmpty();
    }

    /** Every order of the stops of two or three riders that H12 admits, tried one by one. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAdmittedOrderOfStopsKeepsItsDrives(long seed) {
        requireOrders(ProblemsOnTheMap.problem(seed + 2000), roads, seed);
    }

    /** The same where nothing is left between the bounds and the figures: every two places are joined straight, at one speed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAdmittedOrderOfStopsKeepsItsDrivesOnStraightRoads(long seed) throws IOException {
        PlanningProblem problem = ProblemsOnTheMap.problem(seed + 3000);
        Path tables = StraightRoads.write(problem.places(), folder.resolve("tables-" + seed));
        try (RoadNetwork straight = RoadNetworks.open(MapSource.find(tables, tables), folder.resolve("graphs"))) {
            requireOrders(problem, straight, seed);
        }
    }

    private static void requireOrders(PlanningProblem problem, RoadNetwork roads, long seed) {
        RoadMatrix whole = roads.matrix(problem.places());
        RoadMatrix sparse = NeededDrives.matrix(problem, roads);
        int[][] rides = rides(problem.withMatrix(whole));
        OrdersOfStops orders = new OrdersOfStops(problem.rules(), whole, sparse);

        for (int[] one : rides) {
            for (int[] two : rides) {
                orders.require(one, two);
            }
        }
        Random random = new Random(seed);
        for (int i = 0; i < 1500 && rides.length > 2; i++) {
            orders.require(
                    rides[random.nextInt(rides.length)],
                    rides[random.nextInt(rides.length)],
                    rides[random.nextInt(rides.length)]);
        }
        assertThat(orders.admitted).isPositive();
    }

    /** A plan that was tampered with is judged by the ways it names as by all ways. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theWaysThatAPlanNamesAreAllThatItsCheckNeeds(long seed) {
        PlanningProblem problem = ProblemsOnTheMap.problem(seed);
        PlanningProblem whole = problem.withMatrix(roads.matrix(problem.places()));
        Plan plan = new TamperedPlan(problem, seed).of(plan(whole));
        Pairs named = NamedDrives.of(problem, plan);

        PlanningProblem sparse = problem.withMatrix(roads.matrix(problem.places(), named));

        assertThat(PlanChecker.check(sparse, plan)).isEqualTo(PlanChecker.check(whole, plan));
    }

    private Plan plan(PlanningProblem problem) {
        return planner.plan(
                problem,
                new Planner.Options(Path.of("solver-configs", "quick.xml"), A_MOMENT, 1, null, null),
                progress -> {},
                () -> false);
    }

    private static void requirePart(RoadMatrix sparse, RoadMatrix whole) {
        for (int from = 0; from < whole.size(); from++) {
            for (int to = 0; to < whole.size(); to++) {
                if (sparse.reachable(from, to)) {
                    assertThat(sparse.metres()[from][to]).isEqualTo(whole.metres()[from][to]);
                    assertThat(sparse.seconds()[from][to]).isEqualTo(whole.seconds()[from][to]);
                    assertThat(sparse.expressway()[from][to]).isEqualTo(whole.expressway()[from][to]);
                }
            }
        }
    }

    /** On the default map there is a way between all these places, so what has none was left out. */
    private static void requireNamed(Plan plan, PlanningProblem sparse) {
        Pairs named = NamedDrives.of(sparse, plan);
        for (int from = 0; from < named.places(); from++) {
            for (int to = 0; to < named.places(); to++) {
                if (named.wanted(from, to)) {
                    assertThat(sparse.matrix().reachable(from, to))
                            .as(sparse.places().get(from).id() + " to "
                                    + sparse.places().get(to).id())
                            .isTrue();
                }
            }
        }
    }

    /** From place to place; worked out by the solver's own reading of the rules. */
    private static int[][] rides(PlanningProblem problem) {
        List<int[]> rides = new ArrayList<>();
        Instance in = new Instance(problem);
        for (Group group : problem.groups()) {
            int from = in.place(group.from());
            int to = in.place(group.to());
            rides.add(new int[] {from, to});
            for (ServiceFact service : in.services) {
                for (int call = 0; call < service.place.length; call++) {
                    int station = service.place[call];
                    if (call < service.segments()
                            && in.metres[from][station] <= problem.rules().maxFeederMetres()) {
                        rides.add(new int[] {from, station});
                    }
                    if (call > 0 && in.metres[station][to] <= problem.rules().maxFeederMetres()) {
                        rides.add(new int[] {station, to});
                    }
                }
            }
        }
        Collections.shuffle(rides, new Random(rides.size()));
        return rides.subList(0, Math.min(60, rides.size())).toArray(int[][]::new);
    }
}
