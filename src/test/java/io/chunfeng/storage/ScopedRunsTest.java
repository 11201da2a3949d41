package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.run.CapacityGap;
import io.chunfeng.run.ForDraft;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunScope;
import io.chunfeng.run.RunService;
import io.chunfeng.run.Scenario;
import io.chunfeng.run.ScenarioChange;
import io.chunfeng.run.ScenarioRepository;
import io.chunfeng.run.SolverConfigs;
import io.chunfeng.solver.SolverPlanner;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs of a part of the groups, of a what-if and of a draft, with the real database, roads and solver. */
class ScopedRunsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);

    private static TestDatabase database;
    private static RoadNetwork roads;

    private final List<Long> queued = new ArrayList<>();
    private final RunRepository runs = new JdbcRunRepository(
            database.sql(), database.transaction(), database.plans(), Clock.systemUTC(), queued::add);
    private final RunService service = new RunService(
            runs,
            database.places(),
            database.demand(),
            database.capacity(),
            roads,
            database.closures(),
            new SolverPlanner(Clock.systemUTC()),
            new SolverConfigs(Path.of("solver-configs")));
    private final ScenarioRepository scenarios = new JdbcScenarioRepository(database.sql(), Clock.systemUTC());

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

    private static RunRequest request(RunScope scope) {
        return new RunRequest(
                        DAY,
                        DAY,
                        DAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant(),
                        "quick.xml",
                        2,
                        7)
                .withScope(scope);
    }

    private static RunScope corridor(Corridor corridor) {
        return new RunScope(Set.of(corridor), Set.of(), Set.of(), false);
    }

    private PlanningRun ended(long id) {
        assertThat(service.work(id, () -> false)).isTrue();
        PlanningRun run = service.find(id).orElseThrow();
        assertThat(run.message()).isNull();
        return run;
    }

    private StoredPlan planned(RunScope scope) {
        return stored(ended(service.start(request(scope))));
    }

    private static StoredPlan stored(PlanningRun run) {
        StoredPlan stored = database.plans().find(run.planId()).orElseThrow();
        assertThat(PlanChecker.check(stored.problem(), stored.plan())).isEmpty();
        return stored;
    }

    private static Set<String> groups(StoredPlan plan) {
        return plan.problem().groups().stream().map(Group::id).collect(Collectors.toSet());
    }

    @Test
    void aCorridorHasItsOwnGroupsAndTheRunRemembersIt() {
        RunScope scope = new RunScope(Set.of(Corridor.PEARL), Set.of("3205"), Set.of("1401", "1407"), false);
        PlanningRun run = ended(service.start(request(scope)));

        assertThat(run.request().scope()).isEqualTo(scope);
        assertThat(service.recent(1).get(0).request().scope()).isEqualTo(scope);
        StoredPlan plan = stored(run);
        Map<String, Place> places =
                plan.problem().places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        assertThat(plan.problem().groups()).isNotEmpty().allSatisfy(group -> {
            assertThat(places.get(group.from()).prefecture()).isIn("1401", "1407");
            assertThat(places.get(group.to()).adminCode()).matches("44.*|3205.*");
        });
        assertThat(plan.problem().groups())
                .hasSizeLessThan(database.demand().groupsDeparting(DAY, DAY).size());
        assertThat(plan.problem().name()).contains("珠三角", "苏州市");
    }

    @Test
    void aScopeWithoutAnybodyIsRefusedInWords() {
        assertThatThrownBy(() -> service.start(request(new RunScope(Set.of(), Set.of("65"), Set.of(), false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("新疆维吾尔自治区")
                .hasMessageContaining("请放宽范围");
        assertThat(queued).isEmpty();
    }

    /** What is published stays: its groups are left out and its coaches are not used twice at any moment. */
    @Test
    void onlyTheUnplannedUsesNothingThatIsTaken() {
        StoredPlan published = planned(corridor(Corridor.YANGTZE));
        database.publications(Clock.systemUTC())
                .publish(
                        published.id(), database.publications(Clock.systemUTC()).newest(), "test", Map.of());
        Set<String> seated =
                published.plan().journeys().stream().map(Plan.Journey::groupId).collect(Collectors.toSet());
        assertThat(seated).isNotEmpty();

        StoredPlan rest = planned(new RunScope(Set.of(), Set.of(), Set.of(), true));

        assertThat(groups(rest)).doesNotContainAnyElementsOf(seated);
        Set<String> everybody = database.demand().groupsDeparting(DAY, DAY).stream()
                .map(Group::id)
                .collect(Collectors.toSet());
        everybody.removeAll(seated);
        // whoever was left without a seat is still to be planned
        assertThat(groups(rest)).isEqualTo(everybody);
        assertThat(rest.problem().coachPools())
                .as("coaches that run for others are out")
                .anyMatch(pool -> !pool.outages().isEmpty());
        assertNeverMoreThanThereAre(published.plan(), rest.plan());
        // the same with a scope that holds only others
        assertNeverMoreThanThereAre(
                published.plan(), planned(corridor(Corridor.BOHAI)).plan());
    }

    private static void assertNeverMoreThanThereAre(Plan one, Plan other) {
        List<Plan.CoachTrip> trips = new ArrayList<>(one.coachTrips());
        trips.addAll(other.coachTrips());
        for (CoachPool pool : database.capacity().coachPools()) {
            for (Plan.CoachTrip trip : trips) {
                Instant moment = trip.busyFrom();
                long busy = trips.stream()
                        .filter(each -> each.poolId().equals(pool.id()))
                        .filter(each -> !each.busyFrom().isAfter(moment)
                                && each.busyUntil().isAfter(moment))
                        .count();
                assertThat(busy).as("%s at %s", pool.id(), moment).isLessThanOrEqualTo(pool.count());
            }
        }
    }

    @Test
    void goesOnWithADraftAndIsNeverWorse() {
        StoredPlan draft = planned(corridor(Corridor.PEARL));
        Plan.CoachTrip pinned = draft.plan().coachTrips().get(0);
        PlanningProblem problem = draft.problem()
                .withPinned(new PlanningProblem.Pinned(
                        List.of(pinned),
                        List.of(),
                        List.of(),
                        draft.plan().journeys().stream()
                                .filter(journey -> journey.legs().stream()
                                        .anyMatch(leg -> leg.vehicle().equals(pinned.id())))
                                .filter(journey -> journey.legs().size() == 1)
                                .toList()));

        long id = service.improve(problem, draft.plan(), new ForDraft(12, 3), "quick.xml", 2, 1);

        assertThat(service.find(id).orElseThrow().request().draft()).isEqualTo(new ForDraft(12, 3));
        StoredPlan improved = stored(ended(id));
        assertThat(improved.problem().pinned()).isEqualTo(problem.pinned());
        assertThat(improved.plan().coachTrips()).contains(pinned);
        assertNotWorse(improved.plan(), draft.plan());
    }

    @Test
    void aDraftThatBreaksRulesIsNotImproved() {
        StoredPlan draft = planned(corridor(Corridor.PEARL));
        PlanningProblem fewer = draft.problem()
                .withGroups(draft.problem().groups().stream().skip(1).toList());
        assertThatThrownBy(() -> service.improve(fewer, draft.plan(), new ForDraft(1, 1), "quick.xml", 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("违反规则")
                .hasMessageContaining("H17");
    }

    private static void assertNotWorse(Plan later, Plan earlier) {
        assertThat(later.score().unserved()).isLessThanOrEqualTo(earlier.score().unserved());
        if (later.score().unserved() == earlier.score().unserved()) {
            assertThat(later.score().costFen())
                    .isLessThanOrEqualTo(earlier.score().costFen());
        }
    }

    @Test
    void aScenarioIsPlannedWithItsChangesAndNeedsWhatIsNotRegistered() {
        StoredPlan base = planned(corridor(Corridor.PEARL));
        CoachPool like = base.problem().coachPools().get(0);
        Group group = base.problem().groups().get(0);
        List<ScenarioChange> changes = List.of(
                new ScenarioChange.MoreCoaches(like.id(), 3),
                new ScenarioChange.NewPool(renamed(like, "X1", "140106")),
                new ScenarioChange.RuleChanged(RuleSetting.HOME_END, BigDecimal.ZERO),
                new ScenarioChange.RuleChanged(RuleSetting.YUAN_PER_HOUR, new BigDecimal("12.50")),
                new ScenarioChange.GroupWindow(
                        group.id(), group.earliestDeparture().minusSeconds(3600), group.latestArrival()),
                new ScenarioChange.Emergency(true));
        long id = scenarios.add("加车", base.id(), changes, "test");
        Scenario scenario = scenarios.find(id).orElseThrow();
        assertThat(scenario.changes()).isEqualTo(changes);

        PlanningRun run = ended(service.tryOut(scenario, "quick.xml", 2, 7));

        assertThat(run.request().whatIf().changes()).isEqualTo(changes);
        assertThat(service.ofScenario(id)).containsExactly(run);
        StoredPlan tried = stored(run);
        assertThat(tried.problem().emergency()).isTrue();
        assertThat(tried.problem().rules().homeEnd()).isFalse();
        assertThat(tried.problem().rules().weights().fenPerPassengerHour()).isEqualTo(1250);
        assertThat(pool(tried, like.id()).count()).isEqualTo(like.count() + 3);
        assertThat(pool(tried, "X1").depot()).isEqualTo("140106");
        assertThat(groups(tried)).isEqualTo(groups(base));
        assertThat(tried.plan().score().unserved())
                .isLessThanOrEqualTo(base.plan().score().unserved());
        List<CapacityGap> gaps = service.gaps(tried.id());
        assertThat(gaps)
                .filteredOn(gap -> gap.kind() == CapacityGap.Kind.RULE)
                .singleElement()
                .satisfies(gap -> assertThat(gap.id()).isEqualTo("HOME_END"));
        assertThat(gaps).anyMatch(gap -> gap.kind() == CapacityGap.Kind.EMERGENCY);
        assertThat(service.gaps(base.id())).isEmpty();
    }

    private static CoachPool pool(StoredPlan plan, String id) {
        return plan.problem().coachPools().stream()
                .filter(pool -> pool.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CoachPool renamed(CoachPool pool, String id, String depot) {
        return new CoachPool(
                id,
                "加班车队",
                depot,
                depot.substring(0, 4),
                pool.approvedSeats(),
                pool.wheelchairSpaces(),
                2,
                pool.availableFrom(),
                pool.availableUntil(),
                pool.dispatchFen(),
                pool.fenPerLoadedKm(),
                pool.fenPerEmptyKm(),
                pool.fenPerDriverDay());
    }

    @Test
    void aChangeThatDoesNotFitIsNamedBeforeAnythingIsQueued() {
        StoredPlan base = planned(corridor(Corridor.PEARL));
        CoachPool pool = base.problem().coachPools().get(0);
        Scenario scenario = scenarios
                .find(scenarios.add(
                        "减车", base.id(), List.of(new ScenarioChange.MoreCoaches(pool.id(), -pool.count() - 1)), "test"))
                .orElseThrow();
        queued.clear();
        assertThatThrownBy(() -> service.tryOut(scenario, "quick.xml", 2, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pool.id())
                .hasMessageContaining("不能减少 " + (pool.count() + 1) + " 辆");
        assertThat(queued).isEmpty();
    }

    @Test
    void aScenarioThatSomebodyElseChangedIsNotOverwritten() {
        StoredPlan base = planned(corridor(Corridor.PEARL));
        long id = scenarios.add("两人", base.id(), List.of(), "test");
        scenarios.change(id, 1, List.of(new ScenarioChange.Emergency(true)));

        assertThatThrownBy(() -> scenarios.change(id, 1, List.of()))
                .isInstanceOf(ScenarioRepository.StaleScenarioException.class);
        assertThat(scenarios.find(id).orElseThrow().changes()).containsExactly(new ScenarioChange.Emergency(true));
        scenarios.close(id, 2, base.id());
        assertThat(scenarios.find(id).orElseThrow().state()).isEqualTo(Scenario.State.ADOPTED);
        assertThatThrownBy(() -> scenarios.close(id, 3, null))
                .isInstanceOf(ScenarioRepository.StaleScenarioException.class);
    }
}
