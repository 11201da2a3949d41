package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrips;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored plans and the marks of their trips that ran. */
class DispatchTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    private static final Instant RAN = Instant.parse("2024-02-17T01:30:00Z");

    private static final Author AUTHOR = new Author("zhang", null);
    private static final Author CORRECTS = new Author("li", "登记有误");

    private static TestDatabase database;
    private static PlanningProblem problem;
    private static Plan plan;
    private static String trip;

    private long first;
    private long second;

    @BeforeAll
    static void planOneDay() {
        database = TestDatabase.migrated();
        DemoCampaign demo = DemoCampaign.shanxi2024();
        database.save(demo);
        try (RoadNetwork roads =
                RoadNetworks.open(MapSource.find(Path.of("maps"), null), Path.of("target", "graphs"))) {
            problem = new PlanningProblem(
                    "day",
                    "one day",
                    DAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(),
                    false,
                    demo.places(),
                    roads.matrix(demo.places()),
                    database.demand().groupsDeparting(DAY, DAY),
                    demo.coachPools(),
                    List.of(),
                    List.of(),
                    Rules.DEFAULT,
                    PlanningProblem.Pinned.NONE);
            plan = new SolverPlanner(Clock.systemUTC())
                    .plan(
                            problem,
                            new Planner.Options(
                                    Path.of("solver-configs/quick.xml"),
                                    Duration.ofSeconds(2),
                                    7,
                                    roads.mapSha256(),
                                    null),
                            progress -> {},
                            () -> false);
        }
        trip = mostOfAGroup();
    }

    /** A trip that carries more than half of some group: it can run in one of two plans, but not in both. */
    private static String mostOfAGroup() {
        Map<String, Group> groups = problem.groups().stream().collect(Collectors.toMap(Group::id, Function.identity()));
        return plan.journeys().stream()
                .filter(journey -> journey.legs().size() == 1)
                .filter(journey ->
                        journey.headcount() * 2 > groups.get(journey.groupId()).headcount())
                .map(journey -> journey.legs().get(0).vehicle())
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void storeTwice() {
        first = database.plans().save(problem, plan);
        second = database.plans().save(problem, plan);
    }

    @AfterEach
    void unmark() {
        for (long plan : List.of(first, second)) {
            database.dispatch()
                    .ran(plan)
                    .keySet()
                    .forEach(vehicle -> database.dispatch().unmarkRan(plan, vehicle, CORRECTS));
        }
    }

    @Test
    void planComesBackWithItsProblem() {
        var stored = database.plans().find(first).orElseThrow();

        assertThat(ExchangeJson.write(stored.problem())).isEqualTo(ExchangeJson.write(problem));
        assertThat(stored.plan()).isEqualTo(plan);
        assertThat(database.plans().list())
                .filteredOn(summary -> summary.id() == first)
                .singleElement()
                .satisfies(summary -> {
                    assertThat(summary.score()).isEqualTo(plan.score());
                    assertThat(summary.kpis()).isEqualTo(plan.kpis());
                });
    }

    @Test
    void planWithAViolationIsNotStored() {
        Plan.CoachTrip dropped = plan.coachTrips().get(0);
        Plan broken = new Plan(
                plan.problemId(),
                plan.solverConfig(),
                plan.seed(),
                plan.mapSha256(),
                plan.createdAt(),
                plan.coachTrips().stream().filter(t -> t != dropped).toList(),
                plan.trainBookings(),
                plan.flightBookings(),
                plan.journeys(),
                plan.unserved(),
                plan.score(),
                plan.kpis());
        int before = database.plans().list().size();

        assertThatThrownBy(() -> database.plans().save(problem, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("未保存");
        assertThat(database.plans().list()).hasSize(before);
    }

    @Test
    void markedTripsAreThoseOfThePlan() {
        database.dispatch().markRan(first, trip, RAN, AUTHOR);

        assertThat(database.dispatch().ran(first)).isEqualTo(Map.of(trip, RAN));
        List<RanTrip> expected = RanTrips.of(first, problem, plan, Map.of(trip, RAN));
        assertThat(database.ledger().ranTrips(RAN)).isEqualTo(expected);
        assertThat(database.ledger().ranTrips(RAN.minusSeconds(1))).isEmpty();
    }

    @Test
    void markingAgainMovesTheMoment() {
        database.dispatch().markRan(first, trip, RAN, AUTHOR);
        database.dispatch().markRan(first, trip, RAN.plusSeconds(600), CORRECTS);

        assertThat(database.dispatch().ran(first)).isEqualTo(Map.of(trip, RAN.plusSeconds(600)));
        database.dispatch().unmarkRan(first, trip, CORRECTS);
        assertThat(database.dispatch().ran(first)).isEmpty();
    }

    @Test
    void nobodyTravelsTwice() {
        database.dispatch().markRan(first, trip, RAN, AUTHOR);

        assertThatThrownBy(() -> database.dispatch().markRan(second, trip, RAN, AUTHOR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("其他方案");
        assertThat(database.dispatch().ran(second)).isEmpty();
        assertThatThrownBy(() -> database.dispatch().markRan(first, "no such trip", RAN, AUTHOR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyTravelsTwiceEvenAtTheSameMoment() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Void>> marks =
                        List.of(both.submit(marking(first, together)), both.submit(marking(second, together)));

                assertThat(marks).filteredOn(DispatchTest::refused).hasSize(1);
                assertThat(database.ledger().ranTrips(RAN)).hasSize(1);
                unmark();
            }
        } finally {
            both.shutdownNow();
        }
    }

    private Callable<Void> marking(long planId, CyclicBarrier together) {
        return () -> {
            together.await(10, TimeUnit.SECONDS);
            database.dispatch().markRan(planId, trip, RAN, AUTHOR);
            return null;
        };
    }

    private static boolean refused(Future<Void> mark) {
        try {
            mark.get(30, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
            return true;
        } catch (Exception e) {
            throw new AssertionError("a mark neither succeeded nor was refused", e);
        }
    }
}
