package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.day.Affected;
import io.chunfeng.day.Consequences;
import io.chunfeng.day.Happening;
import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import io.chunfeng.day.Proposal;
import io.chunfeng.day.ProposalKind;
import io.chunfeng.day.ProposalProblems;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Scope;
import io.chunfeng.dispatch.StalePublicationException;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents as they are kept, and what accepting a proposal does. */
class IncidentsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static PublishedPlans.Made made;
    private static Plan.CoachTrip broken;
    private static Instant before;

    private TestDatabase database;
    private Incidents incidents;
    private long plan;

    @BeforeAll
    static void planOneDay() {
        made = PublishedPlans.of(PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .limit(8)
                .toList());
        broken = made.plan().coachTrips().get(0);
        before = broken.busyFrom().minus(Duration.ofHours(2));
    }

    @BeforeEach
    void publish() {
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        incidents = database.incidents(CLOCK);
        plan = database.plans().save(made.problem(), made.plan());
        database.publications(CLOCK).publish(plan, 0, "test");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Happening breakdown() {
        return new Happening.CoachBroken(broken.id(), broken.busyUntil());
    }

    private long recorded(Happening happening) {
        return incidents.record(
                new Incidents.Entry(plan, happening, before, "太原", "故障", false, new Incident.Reach(1, 2, 3)),
                "dispatcher");
    }

    private ProposalProblems problems(Happening happening, Set<String> affected, Map<String, Integer> coaches) {
        return new ProposalProblems(made.problem(), made.plan(), happening, before, before, null, affected, coaches);
    }

    private Proposal proposal(ProposalKind kind, PlanningProblem problem) {
        Plan made = new SolverPlanner(CLOCK)
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/quick.xml"), Duration.ofSeconds(30), 200, 1, 1, null, null),
                        progress -> {},
                        () -> false);
        return new Proposal(kind, Proposal.Outcome.READY, null, problem, made, List.of(), CLOCK.instant());
    }

    @Test
    void everyKindComesBackAsItWasRecorded() {
        Instant until = before.plusSeconds(7200);
        List<Happening> all = List.of(
                new Happening.CoachBroken("C1", until),
                new Happening.DriverUnavailable("C2", until),
                new Happening.GroupLate("G1", 30),
                new Happening.NoShows("G1", 2),
                new Happening.GroupResized("G1", 40),
                new Happening.StationClosed("P1", until),
                new Happening.ServiceCancelled("K1"));
        for (Happening happening : all) {
            Incident kept = incidents.find(recorded(happening)).orElseThrow();
            assertThat(kept.happening()).isEqualTo(happening);
            assertThat(kept.affected()).isEqualTo(new Incident.Reach(1, 2, 3));
        }
        assertThat(incidents.list()).hasSize(all.size());
    }

    @Test
    void theLatestNoteIsInForceAndNoneGoesAway() {
        long id = recorded(breakdown());
        incidents.note(id, Incident.NoteKind.MEASURE, "调车", "a");
        incidents.note(id, Incident.NoteKind.MAJOR, "滞留 40 人", "a");
        incidents.note(id, Incident.NoteKind.CLOSED, "已送达", "b");
        assertThat(incidents.find(id).orElseThrow().major()).isTrue();
        assertThat(incidents.find(id).orElseThrow().closed()).isTrue();

        incidents.note(id, Incident.NoteKind.NOT_MAJOR, "误报", "b");
        incidents.note(id, Incident.NoteKind.REOPENED, "又坏了", "b");

        Incident now = incidents.find(id).orElseThrow();
        assertThat(now.major()).isFalse();
        assertThat(now.closed()).isFalse();
        assertThat(now.notes()).hasSize(5);
        assertThatThrownBy(() ->
                        database.sql().sql("UPDATE incident SET location = 'x'").update())
                .hasMessageContaining("incident");
    }

    @Test
    void theAffectedAreThoseInTheCoach() {
        Affected affected = Affected.of(made.problem(), made.plan(), Set.of(broken.id()), Set.of(), before);
        int riders = made.plan().journeys().stream()
                .filter(journey -> journey.legs().get(0).vehicle().equals(broken.id()))
                .mapToInt(Plan.Journey::headcount)
                .sum();

        assertThat(affected.trips()).containsExactly(broken.id());
        assertThat(affected.persons()).isEqualTo(riders).isPositive();
        assertThat(affected.personsByCounty().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(riders);
        assertThat(Affected.of(made.problem(), made.plan(), Set.of(broken.id()), Set.of(), broken.busyUntil())
                        .persons())
                .isZero();
    }

    @Test
    void anAcceptedProposalIsPublishedOnce() {
        long id = recorded(breakdown());
        long round = incidents.ask(id, plan, before, 10, "a");
        PlanningProblem problem = problems(breakdown(), Set.of(), Map.of())
                .of(ProposalKind.LEAST_CHANGE)
                .orElseThrow();
        incidents.keep(round, proposal(ProposalKind.LEAST_CHANGE, problem));

        Incident.Decision decision = incidents.accept(round, ProposalKind.LEAST_CHANGE, "a");

        assertThat(decision.publication()).isEqualTo(2);
        var stored = database.plans().find(decision.plan()).orElseThrow();
        assertThat(PlanChecker.check(stored.problem(), stored.plan())).isEmpty();
        // the checker knows that one coach is missing; another of its pool, where there is one, may run under the same
        // id
        assertThat(stored.problem().coachPools())
                .filteredOn(pool -> pool.id().equals(broken.poolId()))
                .singleElement()
                .satisfies(pool -> assertThat(pool.outages()).isNotEmpty());
        assertThat(database.publications(CLOCK).newest()).isEqualTo(2);
        assertThat(incidents.find(id).orElseThrow().lastRound().decision()).isNotNull();
        assertThat(incidents.origin(decision.plan()).orElseThrow().before()).isEqualTo(plan);
        // the second who presses is told, and nothing is published again
        assertThatThrownBy(() -> incidents.accept(round, ProposalKind.LEAST_CHANGE, "b"))
                .isInstanceOf(StalePublicationException.class);
        assertThat(database.publications(CLOCK).newest()).isEqualTo(2);
        assertThat(database.plans().list()).hasSize(2);
    }

    /** Somebody has published meanwhile: nothing is stored, nothing is published. */
    @Test
    void aProposalFromBeforeAnotherPublicationIsRefusedWhole() {
        long round = incidents.ask(recorded(breakdown()), plan, before, 10, "a");
        PlanningProblem problem = problems(breakdown(), Set.of(), Map.of())
                .of(ProposalKind.LEAST_CHANGE)
                .orElseThrow();
        incidents.keep(round, proposal(ProposalKind.LEAST_CHANGE, problem));
        database.publications(CLOCK).publish(plan, 1, "other");

        assertThatThrownBy(() -> incidents.accept(round, ProposalKind.LEAST_CHANGE, "a"))
                .isInstanceOf(StalePublicationException.class);
        assertThat(database.plans().list()).hasSize(1);
        assertThat(database.publications(CLOCK).newest()).isEqualTo(2);
    }

    /** More people stand at the door: the register follows, so that they can be carried. */
    @Test
    void acceptingMorePeopleChangesTheRegister() {
        Group group = made.problem().groups().get(0);
        Happening more = new Happening.GroupResized(group.id(), group.headcount() + 2);
        long round = incidents.ask(recorded(more), plan, before, 10, "a");
        PlanningProblem problem =
                problems(more, Set.of(), Map.of()).of(ProposalKind.LEAST_CHANGE).orElseThrow();
        incidents.keep(round, proposal(ProposalKind.LEAST_CHANGE, problem));

        incidents.accept(round, ProposalKind.LEAST_CHANGE, "a");

        assertThat(database.registrations(CLOCK)
                        .find(new Scope.Everything(), group.id())
                        .orElseThrow()
                        .group()
                        .headcount())
                .isEqualTo(group.headcount() + 2);
    }

    @Test
    void coachesKeptBackRunOnlyWithTheReserve() {
        String pool = broken.poolId();
        int count = made.problem().coachPools().stream()
                .filter(one -> one.id().equals(pool))
                .findFirst()
                .orElseThrow()
                .count();

        assertThat(problems(breakdown(), Set.of(), Map.of(pool, count)).of(ProposalKind.WITH_RESERVE))
                .isEmpty();
        assertThat(problems(breakdown(), Set.of(), Map.of(pool, count + 1))
                        .of(ProposalKind.WITH_RESERVE)
                        .orElseThrow()
                        .coachPools())
                .filteredOn(one -> one.id().equals(pool))
                .singleElement()
                .satisfies(one -> assertThat(one.count()).isEqualTo(count + 1));
        assertThat(database.capacity().keepBack(pool, count, 0)).isTrue();
        assertThat(database.capacity().keepBack(pool, 1, 0))
                .as("somebody else has changed it")
                .isFalse();
        assertThat(database.capacity().keepBack(pool, count + 1, count))
                .as("more than there are")
                .isFalse();
        assertThat(database.capacity().reserves()).containsExactly(Map.entry(pool, count));
    }

    /** One second before people board it is planned anew; with people in it only its later trips are. */
    @Test
    void aCoachWithPeopleInItIsNotPlannedFromItsBeginning() {
        Instant boards = made.plan().journeys().stream()
                .flatMap(journey -> journey.legs().stream())
                .filter(leg -> leg.vehicle().equals(broken.id()))
                .map(Plan.Leg::boardAt)
                .min(Instant::compareTo)
                .orElseThrow();
        Happening longer =
                new Happening.CoachBroken(broken.id(), broken.busyUntil().plusSeconds(1));

        assertThat(Consequences.of(longer, boards, boards, made.problem(), made.plan(), null))
                .singleElement()
                .isInstanceOf(Change.CoachFailed.class);
        assertThat(Consequences.of(longer, boards, boards.plusSeconds(1), made.problem(), made.plan(), null))
                .singleElement()
                .isInstanceOf(Change.CoachesLost.class);
        assertThat(Consequences.of(breakdown(), boards, boards.plusSeconds(1), made.problem(), made.plan(), null))
                .isEmpty();
    }

    /** Later than anybody expects them: they cannot arrive in time, but their window is still one. */
    @Test
    void whoIsReadyAfterTheLatestArrivalHasAWindow() {
        Plan.Journey journey = made.plan().journeys().get(0);
        Group group = made.problem().groups().stream()
                .filter(one -> one.id().equals(journey.groupId()))
                .findFirst()
                .orElseThrow();
        Instant boards = journey.legs().get(0).boardAt();
        int minutes = (int) Duration.between(boards, group.latestArrival()).toMinutes();

        for (int late : new int[] {minutes - 1, minutes, minutes + 1}) {
            assertThat(Consequences.of(
                            new Happening.GroupLate(group.id(), late),
                            boards,
                            boards,
                            made.problem(),
                            made.plan(),
                            null))
                    .singleElement()
                    .satisfies(change -> {
                        Change.GroupLate window = (Change.GroupLate) change;
                        assertThat(window.earliestDeparture()).isEqualTo(boards.plus(Duration.ofMinutes(late)));
                        assertThat(window.latestArrival())
                                .isAfter(window.earliestDeparture())
                                .isAfterOrEqualTo(group.latestArrival());
                    });
        }
    }
}
