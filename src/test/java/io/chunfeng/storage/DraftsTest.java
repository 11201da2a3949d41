package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chunfeng.demand.Group;
import io.chunfeng.desk.Draft;
import io.chunfeng.desk.DraftDesk;
import io.chunfeng.desk.DraftRepository;
import io.chunfeng.desk.DraftStep;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.PinnedByHand;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.desk.Sheet;
import io.chunfeng.desk.StaleDraftException;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.ProblemChange;
import io.chunfeng.solver.SolverReworking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts in a real database: two people at once, a restart, what may never be lost. */
class DraftsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-15T02:00:00Z"), ZoneOffset.UTC);
    private static PublishedPlans.Made made;

    private static TestDatabase database;
    private static long base;

    private Drafts desk;
    private Draft draft;

    @BeforeAll
    static void plan() {
        List<Group> day = PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .toList();
        made = PublishedPlans.of(day.subList(0, 8));
        assertThat(made.plan().coachTrips()).hasSizeGreaterThan(2);
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        base = database.plans().save(made.problem(), made.plan());
    }

    @BeforeEach
    void open() {
        desk = instance();
        draft = desk.create(base, "高峰日草案", "diao");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private DraftRepository repository() {
        return new JdbcDrafts(database.sql(), database.transaction(), database.plans(), CLOCK);
    }

    /** As another process, or this one after a restart. */
    private Drafts instance() {
        return new DraftDesk(repository(), database.plans(), new SolverReworking());
    }

    private static Operation drop(int trip) {
        return new Operation.DropTrip(made.plan().coachTrips().get(trip).id());
    }

    /** Days before anything may run. */
    private static Operation farTooEarly() {
        Plan.CoachTrip trip = made.plan().coachTrips().get(0);
        return new Operation.ChangeDeparture(trip.id(), trip.busyFrom().minus(Duration.ofDays(5)));
    }

    @Test
    void aNewDraftIsThePlan() {
        Sheet sheet = desk.sheet(draft.id());

        assertThat(sheet.plan()).isEqualTo(made.plan());
        assertThat(sheet.broken()).isEmpty();
        assertThat(sheet.draft())
                .isEqualTo(new Draft(draft.id(), "高峰日草案", base, 0, "diao", CLOCK.instant(), false, false, null, false));
        assertThat(desk.list()).startsWith(draft);
        assertThatThrownBy(() -> desk.create(base + 99, "none", "diao")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.sheet(draft.id() + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoAtOnceExactlyOneWinsAndNothingIsLost() throws Exception {
        for (int round = 0; round < 5; round++) {
            int version = desk.sheet(draft.id()).draft().version();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService people = Executors.newFixedThreadPool(2);
            List<Future<Throwable>> answers = new ArrayList<>();
            for (String actor : List.of("diao", "du")) {
                Drafts own = instance();
                Operation operation = drop(actor.equals("diao") ? 0 : 1);
                own.preview(draft.id(), version, operation);
                answers.add(people.submit(() -> {
                    together.await();
                    return catchThrowable(() -> own.apply(draft.id(), version, operation, actor));
                }));
            }
            Throwable first = answers.get(0).get();
            Throwable second = answers.get(1).get();
            people.shutdown();

            assertThat(first == null ^ second == null).as("exactly one wins").isTrue();
            assertThat(first == null ? second : first)
                    .isInstanceOfSatisfying(
                            StaleDraftException.class,
                            stale -> assertThat(stale.version()).isEqualTo(version + 1));
            Sheet now = desk.sheet(draft.id());
            int loser = first == null ? 1 : 0;
            assertThat(now.draft().version()).isEqualTo(version + 1);
            assertThat(now.plan().coachTrips())
                    .contains(made.plan().coachTrips().get(loser))
                    .doesNotContain(made.plan().coachTrips().get(1 - loser));
            Sheet both = desk.apply(draft.id(), version + 1, drop(loser), loser == 1 ? "du" : "diao");
            assertThat(both.plan().coachTrips())
                    .doesNotContain(
                            made.plan().coachTrips().get(0),
                            made.plan().coachTrips().get(1));
            List<DraftStep> steps = desk.steps(draft.id(), version);
            assertThat(steps).extracting(DraftStep::by).containsExactlyInAnyOrder("diao", "du");
            desk.undo(
                    draft.id(),
                    desk.undo(draft.id(), version + 2, "diao").draft().version(),
                    "diao");
        }
    }

    @Test
    void afterARestartTheSheetIsTheSame() {
        Plan.Journey whole = made.plan().journeys().get(0);
        Sheet sheet = desk.apply(
                draft.id(), 0, new Operation.Pin(made.plan().coachTrips().get(2).id()), "diao");
        sheet = desk.apply(draft.id(), 1, new Operation.Split(0, 1), "diao");
        sheet = desk.apply(draft.id(), 2, new Operation.Move(0, whole.headcount() - 1, new Target.Off()), "diao");
        ProblemChange later = new ProblemChange.LaterArrival(
                whole.groupId(),
                PublishedPlans.DAY
                        .plusDays(6)
                        .atStartOfDay(PlanningProblem.ZONE)
                        .toInstant());
        sheet = desk.apply(draft.id(), 3, new Operation.Remedy(whole.groupId(), later), "diao");
        assertThat(sheet.problem()).isNotEqualTo(made.problem());
        sheet = desk.apply(draft.id(), 4, farTooEarly(), "du");
        assertThat(sheet.broken()).isNotEmpty();
        sheet = desk.undo(draft.id(), 5, "du");
        sheet = desk.undo(draft.id(), 6, "du");
        sheet = desk.redo(draft.id(), 7, "diao");

        Sheet again = instance().sheet(draft.id());

        assertThat(again.draft()).isEqualTo(sheet.draft());
        assertThat(again.plan()).isEqualTo(sheet.plan());
        assertThat(again.problem().groups()).isEqualTo(sheet.problem().groups());
        assertThat(again.pinnedTrips()).isEqualTo(sheet.pinnedTrips()).hasSize(1);
        assertThat(again.broken()).isEqualTo(sheet.broken());
        assertThat(again.draft().redoable()).isTrue();
        assertThat(desk.steps(draft.id(), 0))
                .extracting(DraftStep::kind)
                .containsExactly(
                        DraftStep.Kind.DONE,
                        DraftStep.Kind.DONE,
                        DraftStep.Kind.DONE,
                        DraftStep.Kind.DONE,
                        DraftStep.Kind.DONE,
                        DraftStep.Kind.UNDONE,
                        DraftStep.Kind.UNDONE,
                        DraftStep.Kind.REDONE);
        assertThat(desk.steps(draft.id(), 1).get(0).subject().groupId()).isEqualTo(whole.groupId());
        assertThat(desk.steps(draft.id(), 6).get(0).operation())
                .isEqualTo(new Operation.Remedy(whole.groupId(), later));
    }

    @Test
    void eachSeesTheOthersChange() {
        Drafts other = instance();
        other.sheet(draft.id());

        desk.apply(draft.id(), 0, drop(0), "diao");
        Sheet seen = other.sheet(draft.id());

        assertThat(seen.plan().coachTrips())
                .doesNotContain(made.plan().coachTrips().get(0));
        assertThat(other.undo(draft.id(), 1, "du").plan()).isEqualTo(made.plan());
        assertThat(desk.sheet(draft.id()).plan()).isEqualTo(made.plan());
        assertThatThrownBy(() -> desk.preview(draft.id(), 1, drop(0))).isInstanceOf(StaleDraftException.class);
    }

    @Test
    void historyIsOnlyAddedTo() {
        desk.apply(draft.id(), 0, drop(0), "diao");

        for (String change :
                List.of("UPDATE draft_step SET actor = 'nobody'", "DELETE FROM draft_step", "TRUNCATE draft_step")) {
            assertThatThrownBy(() -> database.sql().sql(change).update())
                    .as(change)
                    .hasMessageContaining("only ever added");
        }
        assertThatThrownBy(() -> database.sql()
                        .sql("UPDATE draft SET version = 0 WHERE id = " + draft.id())
                        .update())
                .hasMessageContaining("must be changed from version");
        assertThat(desk.steps(draft.id(), 0)).hasSize(1);
    }

    @Test
    void aBrokenDraftIsNotSavedAndAGoodOneClosesWithItsPlan() {
        desk.apply(draft.id(), 0, drop(0), "diao");
        desk.apply(draft.id(), 1, farTooEarlyOf(1), "diao");
        assertThatThrownBy(() -> desk.save(draft.id(), 2, "diao"))
                .isInstanceOfSatisfying(RefusedOperationException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.BROKEN);
                    assertThat(refused.details()).contains("H02");
                });
        assertThat(desk.list().get(0).open()).isTrue();

        Sheet good = desk.undo(draft.id(), 2, "diao");
        assertThatThrownBy(() -> desk.save(draft.id(), 2, "diao")).isInstanceOf(StaleDraftException.class);
        long stored = desk.save(draft.id(), 3, "du");

        assertThat(database.plans().find(stored).orElseThrow().plan()).isEqualTo(good.plan());
        assertThat(desk.list().get(0).savedAs()).isEqualTo(stored);
        assertThat(desk.sheet(draft.id()).plan()).isEqualTo(good.plan());
        for (Throwable refused : List.of(
                catchThrowable(() -> desk.preview(draft.id(), 3, drop(1))),
                catchThrowable(() -> desk.undo(draft.id(), 3, "du")),
                catchThrowable(() -> desk.save(draft.id(), 3, "du")),
                catchThrowable(() -> desk.drop(draft.id(), 3, "du")))) {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            RefusedOperationException.class,
                            closed -> assertThat(closed.reason()).isEqualTo(Reason.CLOSED));
        }
    }

    private static Operation farTooEarlyOf(int trip) {
        Plan.CoachTrip of = made.plan().coachTrips().get(trip);
        return new Operation.ChangeDeparture(of.id(), of.busyFrom().minus(Duration.ofDays(5)));
    }

    @Test
    void savingIsWholeOrNothing() {
        Sheet broken = desk.apply(draft.id(), 0, farTooEarly(), "diao");
        int plans = database.plans().list().size();

        assertThatThrownBy(() -> repository().save(draft.id(), 1, broken.problem(), broken.plan(), "diao"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> repository().save(draft.id(), 0, made.problem(), made.plan(), "diao"))
                .isInstanceOf(StaleDraftException.class);
        // the plan is written, then the closing fails: both are gone
        database.sql()
                .sql("ALTER TABLE draft ADD CHECK (saved_as IS NULL) NOT VALID")
                .update();
        assertThatThrownBy(() -> repository().save(draft.id(), 1, made.problem(), made.plan(), "diao"))
                .hasMessageContaining("draft_saved_as_check");
        database.sql()
                .sql("ALTER TABLE draft DROP CONSTRAINT draft_saved_as_check")
                .update();

        assertThat(database.plans().list()).hasSize(plans);
        assertThat(desk.list().get(0).open()).isTrue();
    }

    @Test
    void aDroppedDraftKeepsItsHistory() {
        desk.apply(draft.id(), 0, drop(0), "diao");
        assertThatThrownBy(() -> desk.drop(draft.id(), 0, "diao")).isInstanceOf(StaleDraftException.class);

        desk.drop(draft.id(), 1, "diao");

        assertThat(desk.list().get(0).dropped()).isTrue();
        assertThat(desk.steps(draft.id(), 0)).hasSize(1);
    }

    @Test
    void pinnedStaysUntilItIsReleased() {
        Plan.CoachTrip trip = made.plan().coachTrips().get(0);
        Sheet sheet = desk.apply(draft.id(), 0, new Operation.Pin(trip.id()), "diao");

        assertThatThrownBy(() -> desk.preview(draft.id(), 1, drop(0)))
                .isInstanceOfSatisfying(
                        RefusedOperationException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.PINNED));
        PlanningProblem.Pinned pinned = PinnedByHand.of(sheet).pinned();
        assertThat(pinned.coachTrips()).contains(trip);
        List<Plan.Journey> riders = made.plan().journeys().stream()
                .filter(journey ->
                        journey.legs().stream().anyMatch(leg -> leg.vehicle().equals(trip.id())))
                .toList();
        assertThat(pinned.journeys()).containsAll(riders);
        assertThat(sheet.problem().pinned()).isEqualTo(made.problem().pinned());

        desk.apply(draft.id(), 1, new Operation.Unpin(trip.id()), "diao");
        desk.undo(draft.id(), 2, "diao");
        assertThat(desk.sheet(draft.id()).pinnedTrips()).containsExactly(trip.id());
        desk.redo(draft.id(), 3, "diao");
        assertThat(desk.apply(draft.id(), 4, drop(0), "diao").plan().coachTrips())
                .doesNotContain(trip);
    }

    @Test
    void anotherPlanOfTheSameProblemTakesItsPlace() {
        Sheet fewer = desk.apply(draft.id(), 0, drop(0), "diao");
        long stored = database.plans().save(fewer.problem(), fewer.plan());
        desk.undo(draft.id(), 1, "diao");
        long foreign = database.plans()
                .save(
                        new ProblemChange.MoreCoaches(
                                        made.problem().coachPools().get(0).id(), 1)
                                .applied(made.problem()),
                        made.plan());

        assertThatThrownBy(() -> desk.preview(draft.id(), 2, new Operation.Replace(foreign)))
                .isInstanceOfSatisfying(
                        RefusedOperationException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_PROBLEM));
        Sheet replaced = desk.apply(draft.id(), 2, new Operation.Replace(stored), "diao");

        assertThat(replaced.plan()).isEqualTo(fewer.plan());
        assertThat(instance().sheet(draft.id()).plan()).isEqualTo(fewer.plan());
        assertThat(desk.undo(draft.id(), 3, "diao").plan()).isEqualTo(made.plan());
    }
}
