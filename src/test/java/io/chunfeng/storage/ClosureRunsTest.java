package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunService;
import io.chunfeng.run.SolverConfigs;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs avoid the closures of their time, with the real database, roads and solver. */
class ClosureRunsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    private static final Instant MIDDAY =
            DAY.atTime(12, 0).atZone(PlanningProblem.ZONE).toInstant();

    private static TestDatabase database;
    private static RoadNetwork roads;

    private final ClosureRepository closures = database.closures();
    private final List<Long> queued = new ArrayList<>();
    private final Planner solver = new SolverPlanner(Clock.systemUTC());
    private final RunRepository runs = new JdbcRunRepository(
            database.sql(), database.transaction(), database.plans(), Clock.systemUTC(), queued::add);
    private final RunService service = new RunService(
            runs,
            database.places(),
            database.demand(),
            database.capacity(),
            roads,
            closures,
            solver,
            new SolverConfigs(Path.of("solver-configs")));

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

    @AfterEach
    void lift() {
        closures.inForce(Instant.EPOCH, ClosureRepository.NO_END).forEach(stored -> closures.lift(stored.id()));
    }

    private static RunRequest request(LocalDate day, int seconds) {
        return new RunRequest(
                day, day, day.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(), "quick.xml", seconds, 7);
    }

    /** From being asked for to its end. */
    private PlanningRun ended(RunRequest request) {
        long id = service.start(request);
        assertThat(service.work(id, () -> false)).isTrue();
        PlanningRun run = service.find(id).orElseThrow();
        assertThat(run.message()).isNull();
        assertThat(service.ofPlan(run.planId())).contains(run);
        return run;
    }

    private static PlanningProblem problem(PlanningRun run) {
        return plan(run).problem();
    }

    private static StoredPlan plan(PlanningRun run) {
        return database.plans().find(run.planId()).orElseThrow();
    }

    /** Of the day, by coach, from a place that others do not leave from. */
    private static Group someGroup() {
        return database.demand().groupsDeparting(DAY, DAY).stream()
                .filter(group -> group.modes().contains(Mode.COACH))
                .findFirst()
                .orElseThrow();
    }

    private static Closure around(String placeId, Instant from, Instant until) {
        Place place = database.places().find(placeId).orElseThrow();
        return new Closure(new Closure.Area(place.position(), 1_000), from, until, "大雪");
    }

    private static void assertSame(RoadMatrix one, RoadMatrix other) {
        assertThat(one.placeIds()).isEqualTo(other.placeIds());
        assertThat(Arrays.deepEquals(one.metres(), other.metres())).isTrue();
        assertThat(Arrays.deepEquals(one.seconds(), other.seconds())).isTrue();
        assertThat(Arrays.deepEquals(one.expressway(), other.expressway())).isTrue();
    }

    @Test
    void aRunAvoidsWhatIsClosedAndLiftingRestoresItExactly() {
        PlanningProblem open = problem(ended(request(DAY, 2)));
        Group group = someGroup();
        long id = closures.add(around(group.from(), MIDDAY, MIDDAY.plusSeconds(3600)));

        PlanningRun run = ended(request(DAY, 2));

        assertThat(run.avoided().closures()).containsExactly(id);
        assertThat(run.avoided().cutOff()).contains(group.id());
        PlanningProblem closed = problem(run);
        int from = closed.matrix().index().get(group.from());
        int to = closed.matrix().index().get(group.to());
        assertThat(open.matrix().reachable(from, to)).isTrue();
        assertThat(closed.matrix().reachable(from, to)).isFalse();
        assertThat(plan(run).plan().coachTrips())
                .noneMatch(trip -> trip.events().toString().contains("fromPlace=" + group.from() + ","));

        closures.lift(id);
        PlanningRun after = ended(request(DAY, 2));
        assertThat(after.avoided()).isEqualTo(PlanningRun.Avoided.NONE);
        assertSame(problem(after).matrix(), open.matrix());
        // the earlier run still says what it avoided
        assertThat(service.find(run.id()).orElseThrow().avoided()).isEqualTo(run.avoided());
    }

    /** A way closed from a city to another: who took it goes round, nobody is cut off. */
    @Test
    void aDetourIsLongerInTheMatrixOfTheRun() {
        PlanningProblem open = problem(ended(request(DAY, 2)));
        Place one = database.places().find("st-taiyuan").orElseThrow();
        Place other = database.places().find("st-yangquan-bei").orElseThrow();
        closures.add(new Closure(new Closure.Road(null, one, other), MIDDAY, null, "塌方"));

        PlanningRun run = ended(request(DAY, 2));

        assertThat(run.avoided().cutOff()).isEmpty();
        RoadMatrix closed = problem(run).matrix();
        assertThat(closed.placeIds()).isEqualTo(open.matrix().placeIds());
        int longer = 0;
        for (int from = 0; from < closed.size(); from++) {
            for (int to = 0; to < closed.size(); to++) {
                if (closed.reachable(from, to)) {
                    assertThat(closed.seconds()[from][to])
                            .isGreaterThanOrEqualTo(open.matrix().seconds()[from][to] - 1);
                    longer += closed.seconds()[from][to] > open.matrix().seconds()[from][to] + 1 ? 1 : 0;
                }
            }
        }
        assertThat(longer).isPositive();
    }

    /** The run's time ends with its last arrival and begins with its first departure. */
    @Test
    void aRunOfAnotherTimeKnowsNothingOfIt() {
        List<Group> groups = database.demand().groupsDeparting(DAY, DAY);
        Instant first = groups.stream()
                .map(Group::earliestDeparture)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = groups.stream()
                .map(Group::latestArrival)
                .max(Instant::compareTo)
                .orElseThrow();
        String place = someGroup().from();
        closures.add(around(place, last, null));
        closures.add(around(place, first.minusSeconds(60), first));
        assertThat(ended(request(DAY, 2)).avoided()).isEqualTo(PlanningRun.Avoided.NONE);

        long before = closures.add(around(place, first.minusSeconds(60), first.plusMillis(1)));
        long after = closures.add(around(place, last.minusMillis(1), null));
        assertThat(ended(request(DAY, 2)).avoided().closures()).containsExactly(before, after);
    }

    /** Released half way, lifted in between, taken up again: still the problem it began with. */
    @Test
    void aResumedRunKeepsItsClosures() {
        long id = closures.add(around(someGroup().from(), MIDDAY, null));
        long run = service.start(request(DAY, 4));
        assertThat(service.work(run, () -> true)).isFalse();
        PlanningRun.Avoided avoided = service.find(run).orElseThrow().avoided();
        assertThat(avoided.closures()).containsExactly(id);
        closures.lift(id);
        closures.add(around("st-linfen", MIDDAY, null));

        assertThat(service.work(run, () -> false)).isTrue();

        PlanningRun done = service.find(run).orElseThrow();
        assertThat(done.state()).isEqualTo(PlanningRun.State.DONE);
        assertThat(done.avoided()).isEqualTo(avoided);
    }

    @Test
    void aClosureThatTheMapDoesNotHaveIsToldBeforeTheRunBegins() {
        long id = closures.add(
                new Closure(new Closure.Area(Position.wgs84(84.5, 39.0), 500), MIDDAY, MIDDAY.plusSeconds(60), "沙暴"));
        assertThatThrownBy(() -> service.start(request(DAY, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("封路 #" + id + "（沙暴）")
                .hasMessageContaining("请解除这条封路");
        assertThat(queued).isEmpty();
    }
}
