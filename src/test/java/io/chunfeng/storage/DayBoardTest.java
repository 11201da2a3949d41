package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.day.Absent;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Clock;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of trips in force, and the marks that follow from them. */
class DayBoardTest {
    private static final LocalDate DAY = PublishedPlans.DAY;
    private static PublishedPlans.Made made;

    private TestDatabase database;
    private DayBoard board;
    private long plan;

    @BeforeAll
    static void planOneDay() {
        List<Group> groups = PublishedPlans.DEMO.groups().stream()
                .filter(group -> DAY.equals(group.preferredDate()))
                .limit(12)
                .toList();
        made = PublishedPlans.of(groups);
        assertThat(made.plan().coachTrips()).isNotEmpty();
    }

    @BeforeEach
    void publish() {
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        board = database.board(Clock.systemUTC());
        plan = published(0);
    }

    private long published(int newest) {
        long id = database.plans().save(made.problem(), made.plan());
        database.publications(Clock.systemUTC()).publish(id, newest, "test", Map.of());
        return id;
    }

    @AfterEach
    void close() {
        database.close();
    }

    private BoardTrip first() {
        return board.trips(DAY).get(0);
    }

    private static TripEntry entry(BoardTrip trip, Report report, Instant at, String remark, Boarded... boarded) {
        return new TripEntry(trip.ref(), report, trip.seen(), 0, at, remark, List.of(boarded));
    }

    private List<RanTrip> ran() {
        return database.ledger().ranTrips(Instant.now());
    }

    private static int persons(List<RanTrip> trips) {
        return trips.stream().mapToInt(RanTrip::persons).sum();
    }

    @Test
    void theBoardHasEveryTripOfTheDayAndNoOther() {
        Instant midnight = DAY.plusDays(1).atStartOfDay(PlanningProblem.ZONE).toInstant();
        List<String> untilMidnight = made.plan().coachTrips().stream()
                .filter(trip -> trip.events().stream()
                        .anyMatch(event ->
                                event instanceof Plan.Stop && event.from().isBefore(midnight)))
                .map(Plan.CoachTrip::id)
                .toList();
        assertThat(untilMidnight)
                .isNotEmpty()
                .hasSizeLessThan(made.plan().coachTrips().size());
        assertThat(board.trips(DAY))
                .extracting(trip -> trip.ref().vehicle())
                .containsExactlyInAnyOrderElementsOf(untilMidnight);
        assertThat(board.trips(DAY.minusDays(3))).isEmpty();
        assertThat(board.nearestDay(LocalDate.of(2026, 11, 23))).isPresent();
        assertThat(first().state()).isEqualTo(Report.PLANNED);
    }

    @Test
    void aDepartureMarksWhoBoardedAndNobodyElse() {
        BoardTrip trip = first();
        String group = trip.personsByGroup().keySet().iterator().next();
        int planned = trip.personsByGroup().get(group);
        Instant left = trip.departure().plusSeconds(600);

        board.record(entry(trip, Report.DEPARTED, left, null, Boarded.persons(group, planned - 1)), "dispatcher");

        assertThat(ran())
                .singleElement()
                .satisfies(ran -> assertThat(ran.ranAt()).isEqualTo(left));
        assertThat(persons(ran())).isEqualTo(trip.persons() - 1);
        BoardTrip now = first();
        assertThat(now.state()).isEqualTo(Report.DEPARTED);
        assertThat(now.delaySeconds()).isEqualTo(600);
        assertThat(now.boarded()).isEqualTo(trip.persons() - 1);
        assertThat(now.events().get(0).recordedBy()).isEqualTo("dispatcher");
        assertThat(now.counted()).contains(new Boarded(group, planned, planned - 1, 0, 0, Absent.noShow(1), null));
    }

    @Test
    void arrivingChangesNoFigure() {
        BoardTrip trip = first();
        board.record(entry(trip, Report.DEPARTED, trip.departure(), null), "a");
        List<RanTrip> before = ran();
        board.record(entry(first(), Report.ARRIVED, trip.arrival().plusSeconds(60), null), "a");

        assertThat(ran()).isEqualTo(before);
        assertThat(first().delaySeconds()).isEqualTo(60);
    }

    /** A correction is a further entry; both stay, the mark follows the latest. */
    @Test
    void aCorrectionTakesTheMarkBackAndKeepsBothEntries() {
        BoardTrip trip = first();
        board.record(entry(trip, Report.DEPARTED, trip.departure(), null), "a");
        assertThat(ran()).hasSize(1);
        assertThatThrownBy(() -> board.record(entry(first(), Report.ASSEMBLING, trip.departure(), null), "b"))
                .isInstanceOf(ReportRefusedException.class);

        board.record(entry(first(), Report.ASSEMBLING, trip.departure(), "按错了车次"), "b");

        assertThat(ran()).isEmpty();
        assertThat(first().state()).isEqualTo(Report.ASSEMBLING);
        assertThat(first().events()).hasSize(2);
        assertThat(first().events().get(1).correction()).isTrue();
        assertThatThrownBy(() -> database.sql().sql("DELETE FROM trip_event").update())
                .hasMessageContaining("trip_event");
    }

    @Test
    void countingAnewReplacesTheFigures() {
        BoardTrip trip = first();
        String group = trip.personsByGroup().keySet().iterator().next();
        int planned = trip.personsByGroup().get(group);
        board.record(entry(trip, Report.DEPARTED, trip.departure(), null), "a");

        board.record(entry(first(), Report.DEPARTED, trip.departure(), "点名有误", Boarded.persons(group, 0)), "a");

        assertThat(persons(ran())).isEqualTo(trip.persons() - planned);
    }

    /** The same trip in the next publication: its reports stay with it, and it is counted once. */
    @Test
    void aNewPublicationRunsTheSameTripOn() {
        BoardTrip trip = first();
        board.record(entry(trip, Report.DEPARTED, trip.departure(), null), "a");
        long next = published(1);

        BoardTrip same = first();
        assertThat(same.ref()).isEqualTo(new TripRef(next, trip.ref().vehicle()));
        assertThat(same.state()).isEqualTo(Report.DEPARTED);
        board.record(entry(same, Report.DEPARTED, trip.departure(), "人数复核"), "a");

        assertThat(ran())
                .singleElement()
                .satisfies(ran -> assertThat(ran.planId()).isEqualTo(next));
        assertThat(persons(ran())).isEqualTo(trip.persons());
    }

    @Test
    void aTripOfAReplacedPublicationTakesNoReports() {
        BoardTrip old = first();
        published(1);

        assertThatThrownBy(() -> board.record(entry(old, Report.DEPARTED, old.departure(), null), "a"))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("NOT_IN_FORCE");
        assertThat(ran()).isEmpty();
        assertThat(plan).isEqualTo(old.ref().planId());
    }

    @Test
    void ofTwoDispatchersTheSecondIsTold() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (BoardTrip trip : board.trips(DAY).stream().limit(5).toList()) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Void>> reports = List.of(
                        both.submit(reporting(trip, "one", together)), both.submit(reporting(trip, "other", together)));

                assertThat(reports).filteredOn(DayBoardTest::told).hasSize(1);
                assertThat(board.trip(trip.ref()).orElseThrow().events()).hasSize(1);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(ran()).doesNotHaveDuplicates();
    }

    private Callable<Void> reporting(BoardTrip trip, String who, CyclicBarrier together) {
        return () -> {
            together.await(10, TimeUnit.SECONDS);
            board.record(entry(trip, Report.DEPARTED, trip.departure(), null), who);
            return null;
        };
    }

    private static boolean told(Future<Void> report) {
        try {
            report.get(30, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(StaleTripException.class);
            return true;
        } catch (Exception e) {
            throw new AssertionError("a report was neither recorded nor refused", e);
        }
    }
}
