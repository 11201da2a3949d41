package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.ExtractWithoutRoads;
import io.chunfeng.road.GraphStorage;
import io.chunfeng.road.Held;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.OpeningNetwork;
import io.chunfeng.road.OpeningStage;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are started while the default map is prepared, with the real database, queue and solver. */
class RunsWaitForTheMapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);

    @TempDir
    Path folder;

    private final Held held = new Held(OpeningStage.PREPARING);
    private TestDatabase database;
    private OpeningNetwork roads;
    private Instance instance;

    @BeforeEach
    void start() throws InterruptedException {
        database = TestDatabase.migrated();
        database.save(DemoCampaign.shanxi2024());
        roads = RoadNetworks.openInBackground(
                MapSource.find(Path.of("maps"), null), folder.resolve("graphs"), GraphStorage.RAM, held);
        held.awaitReached();
        instance = new Instance(roads);
    }

    @AfterEach
    void stop() {
        instance.queue.stop();
        roads.close();
        database.close();
    }

    /** One application on the database. */
    private final class Instance {
        final RunQueue queue;
        final RunService service;

        Instance(RoadNetwork network) {
            Clock clock = Clock.systemUTC();
            queue = new RunQueue(
                    database.dataSource(),
                    clock,
                    1,
                    (run, stopping) -> service().work(run, stopping));
            RunRepository runs = new JdbcRunRepository(
                    database.sql(), database.transaction(), database.plans(), clock, queue::schedule);
            service = new RunService(
                    runs,
                    database.places(),
                    database.demand(),
                    database.capacity(),
                    network,
                    database.closures(),
                    new SolverPlanner(clock),
                    new SolverConfigs(Path.of("solver-configs")));
            queue.start();
        }

        /** The queue asks for it later than it is made. */
        private RunService service() {
            return service;
        }

        long startRun() {
            return service.start(new RunRequest(
                    DAY,
                    DAY,
                    DAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(),
                    "quick.xml",
                    2,
                    7));
        }
    }

    @Test
    void aRunBeginsWhenTheMapIsReady() {
        long id = instance.startRun();
        awaitPicked(id);
        assertThat(run(id).state()).as("its time does not run yet").isEqualTo(State.QUEUED);

        held.release();

        assertThat(ended(id).state()).isEqualTo(State.DONE);
        assertThat(run(id).startedAt()).isAfter(run(id).createdAt());
        assertThat(database.plans().find(run(id).planId()).orElseThrow().plan().mapSha256())
                .isEqualTo(roads.mapSha256());
    }

    @Test
    void aRunThatWaitsIsReleasedWhenTheApplicationEndsAndGoesOnAtTheNextStart() {
        long id = instance.startRun();
        awaitPicked(id);

        instance.queue.stop();

        assertThat(run(id).state()).isEqualTo(State.QUEUED);
        assertThat(picked(id)).as("left to the next start").isFalse();
        held.release();
        instance = new Instance(roads);
        assertThat(ended(id).state()).isEqualTo(State.DONE);
    }

    @Test
    void aRunAskedToStopWhileItWaitsEndsWithoutAPlan() {
        long id = instance.startRun();
        awaitPicked(id);

        instance.service.stop(id);

        assertThat(ended(id).state()).isEqualTo(State.FAILED);
        assertThat(run(id).message()).isEqualTo("地图准备好之前就要求结束，没有方案");
    }

    @Test
    void aMapThatFailsEndsTheRunInItsWordsAndRefusesFurtherOnes() throws Exception {
        instance.queue.stop();
        Path broken = ExtractWithoutRoads.write(folder.resolve("broken.osm.pbf"));
        Held reading = new Held(OpeningStage.READING);
        try (OpeningNetwork failing = RoadNetworks.openInBackground(
                MapSource.find(folder, broken), folder.resolve("graphs"), GraphStorage.RAM, reading)) {
            reading.awaitReached();
            instance = new Instance(failing);
            long id = instance.startRun();
            awaitPicked(id);

            reading.release();

            assertThat(ended(id).state()).isEqualTo(State.FAILED);
            assertThat(run(id).message()).startsWith("地图无法读取").contains("broken.osm.pbf: holds no road");
            assertThatThrownBy(instance::startRun)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(run(id).message());
        }
    }

    private void awaitPicked(long id) {
        await().atMost(PATIENCE).until(() -> picked(id));
    }

    private boolean picked(long id) {
        return database.sql()
                .sql("SELECT picked FROM scheduled_tasks WHERE task_instance = :id")
                .param("id", Long.toString(id))
                .query(Boolean.class)
                .single();
    }

    private PlanningRun run(long id) {
        return instance.service.find(id).orElseThrow();
    }

    private PlanningRun ended(long id) {
        await().atMost(PATIENCE).until(() -> run(id).state().ended());
        return run(id);
    }
}
