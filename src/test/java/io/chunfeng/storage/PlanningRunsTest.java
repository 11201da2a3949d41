package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRun.State;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunService;
import io.chunfeng.run.SolverConfigs;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planning runs with the real database, queue, roads and solver. */
class PlanningRunsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONG_SECONDS = 3600;
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);

    private static TestDatabase database;
    private static RoadNetwork roads;

    private final List<Planner.Options> asked = new CopyOnWriteArrayList<>();
    private Instance instance;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        database.save(DemoCampaign.shanxi2024());
        roads = RoadNetworks.open(MapSource.find(Path.of("maps"), null), Path.of("target", "graphs"));
    }

    @AfterAll
    static void close() {
        roads.close();
        database.close();
    }

    @BeforeEach
    void start() {
        instance = new Instance();
    }

    @AfterEach
    void stop() {
        instance.queue.stop();
    }

    /** One application on the database. */
    private final class Instance {
        final RunQueue queue;
        final RunRepository runs;
        final RunService service;

        Instance() {
            Clock clock = Clock.systemUTC();
            queue = new RunQueue(database.dataSource(), clock, 2, this::work);
            runs = new JdbcRunRepository(
                    database.sql(), database.transaction(), database.plans(), clock, queue::schedule);
            Planner solver = new SolverPlanner(clock);
            Planner recorded = (problem, options, progress, stopAsked) -> {
                asked.add(options);
                return solver.plan(problem, options, progress, stopAsked);
            };
            service = new RunService(
                    runs,
                    database.places(),
                    database.demand(),
                    database.capacity(),
                    roads,
                    database.closures(),
                    recorded,
                    new SolverConfigs(Path.of("solver-configs")));
            queue.start();
        }

        private boolean work(long run, BooleanSupplier stopping) {
            return service.work(run, stopping);
        }
    }

    private static RunRequest request(int seconds) {
        return new RunRequest(
                DAY, DAY, DAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(), "quick.xml", seconds, 7);
    }

    private PlanningRun ended(long id) {
        await().atMost(PATIENCE)
                .until(() -> instance.service.find(id).orElseThrow().state().ended());
        PlanningRun run = instance.service.find(id).orElseThrow();
        assertThat(run.message()).isNull();
        assertThat(run.state()).isEqualTo(State.DONE);
        return run;
    }

    private void awaitPoint(long id) {
        await().atMost(PATIENCE)
                .until(() -> !instance.service.pointsAfter(id, 0).isEmpty());
    }

    private static void requireValid(PlanningRun run) {
        PlanRepository.StoredPlan stored = database.plans().find(run.planId()).orElseThrow();
        assertThat(PlanChecker.check(stored.problem(), stored.plan())).isEmpty();
        assertThat(stored.plan().score().unserved()).isEqualTo(run.best().unserved());
        assertThat(stored.plan().score().costFen()).isEqualTo(run.best().costFen());
        assertThat(stored.plan().mapSha256()).isEqualTo(roads.mapSha256());
        assertThat(run.best().personsServed()).isPositive();
    }

    @Test
    void runsToItsEnd() {
        long id = instance.service.start(request(5));

        PlanningRun run = ended(id);

        requireValid(run);
        List<PlanningRun.Point> points = instance.service.pointsAfter(id, 0);
        assertThat(points).extracting(PlanningRun.Point::number).isSorted().doesNotHaveDuplicates();
        assertThat(points).extracting(PlanningRun.Point::elapsedMillis).isSorted();
        assertThat(points.get(points.size() - 1)).isEqualTo(run.best());
        assertThat(instance.service.pointsAfter(id, run.best().number())).isEmpty();
        assertThat(instance.service.recent(10)).contains(run);
    }

    @Test
    void stopsEarlyWithWhatItHas() {
        long id = instance.service.start(request(LONG_SECONDS));
        awaitPoint(id);

        instance.service.stop(id);

        requireValid(ended(id));
    }

    @Test
    void twoAtOnceDoNotMix() {
        long one = instance.service.start(request(LONG_SECONDS));
        long two = instance.service.start(request(LONG_SECONDS));
        awaitPoint(one);
        awaitPoint(two);
        instance.service.stop(one);
        PlanningRun first = ended(one);
        assertThat(instance.service.find(two).orElseThrow().state()).isEqualTo(State.RUNNING);
        instance.service.stop(two);
        PlanningRun second = ended(two);

        requireValid(first);
        requireValid(second);
        assertThat(first.planId()).isNotEqualTo(second.planId());
    }

    @Test
    void goesOnAfterAnOrderlyEndOfTheApplication() {
        long id = instance.service.start(request(LONG_SECONDS));
        awaitPoint(id);

        instance.queue.stop();

        assertThat(instance.service.find(id).orElseThrow().state()).isEqualTo(State.QUEUED);
        asked.clear();
        instance = new Instance();
        await().atMost(PATIENCE).until(() -> !asked.isEmpty());
        assertThat(asked.get(0).start()).isNotNull();
        instance.service.stop(id);
        requireValid(ended(id));
    }

    /** What a killed instance leaves: a job that is picked by nobody who lives, a run half done, its best plan. */
    @Test
    void goesOnAfterTheDeathOfTheApplication() {
        long planned = ended(instance.service.start(request(3))).planId();
        PlanRepository.StoredPlan stored = database.plans().find(planned).orElseThrow();
        instance.queue.stop();
        long id = instance.service.start(request(LONG_SECONDS));
        RunRepository.Attempt dead = instance.runs.begin(id).orElseThrow();
        instance.runs.keepProblem(dead, stored.problem(), PlanningRun.Avoided.NONE);
        instance.runs.keepBest(dead, stored.plan());
        instance.runs.heartbeat(dead, 3_595_000);
        assertThat(database.sql().sql("""
                                UPDATE scheduled_tasks
                                SET picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 minute'
                                WHERE task_instance = :id
                                """).param("id", Long.toString(id)).update())
                .isEqualTo(1);
        asked.clear();

        instance = new Instance();

        PlanningRun run = ended(id);
        requireValid(run);
        assertThat(asked).singleElement().satisfies(options -> {
            assertThat(options.limit()).isEqualTo(Duration.ofSeconds(5));
            assertThat(options.start()).isEqualTo(stored.plan());
        });
        assertNotWorse(database.plans().find(run.planId()).orElseThrow().plan(), stored.plan());
        assertThat(database.sql()
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = :id")
                        .param("id", Long.toString(id))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void assertNotWorse(Plan later, Plan earlier) {
        assertThat(later.score().unserved()).isLessThanOrEqualTo(earlier.score().unserved());
        if (later.score().unserved() == earlier.score().unserved()) {
            assertThat(later.score().costFen())
                    .isLessThanOrEqualTo(earlier.score().costFen());
        }
    }
}
