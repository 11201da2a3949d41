package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.day.Absent;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.DoorLink;
import io.chunfeng.day.DoorLinks;
import io.chunfeng.day.DoorSeal;
import io.chunfeng.day.Recorded;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.RanTrip;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What phones send twice, who is missing and why, several trips at once, and escorts' links, on a real database. */
class RecordingTest {
    private static PublishedPlans.Made made;

    private TestDatabase database;
    private DayBoard board;
    private long plan;

    @BeforeAll
    static void planOneDay() {
        List<Group> groups = PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .limit(12)
                .toList();
        made = PublishedPlans.of(groups);
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

    private List<BoardTrip> trips() {
        return board.trips(PublishedPlans.DAY);
    }

    private static TripEntry departure(BoardTrip trip, Boarded... boarded) {
        return new TripEntry(trip.ref(), Report.DEPARTED, trip.seen(), 0, trip.departure(), null, List.of(boarded));
    }

    private List<RanTrip> ran() {
        return database.ledger().ranTrips(Instant.now());
    }

    private int carried() {
        return ran().stream().mapToInt(RanTrip::persons).sum();
    }

    @Test
    void theSameSendingCountsOnceWhateverHappenedSince() {
        BoardTrip trip = trips().get(0);
        TripEntry entry = departure(trip).sentAs(UUID.randomUUID());

        Recorded first = board.record(entry, "escort:张三");
        BoardTrip left = board.trip(trip.ref()).orElseThrow();
        board.record(
                new TripEntry(trip.ref(), Report.ARRIVED, left.seen(), 0, trip.arrival(), null, List.of()), "other");
        Recorded again = board.record(entry, "escort:张三");

        assertThat(first.before()).isFalse();
        assertThat(again).isEqualTo(new Recorded(first.event(), true));
        assertThat(board.trip(trip.ref()).orElseThrow().events())
                .hasSize(2)
                .first()
                .satisfies(event -> assertThat(event.recordedBy()).isEqualTo("escort:张三"));
        assertThat(carried()).isEqualTo(trip.persons());
    }

    @Test
    void theSameSendingAtTheSameTimeCountsOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (BoardTrip trip : trips().stream().limit(3).toList()) {
                int before = carried();
                TripEntry entry = departure(trip).sentAs(UUID.randomUUID());
                CyclicBarrier together = new CyclicBarrier(4);
                List<Future<Recorded>> sent = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    sent.add(threads.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        return board.record(entry, "escort:张三");
                    }));
                }
                List<Recorded> answers = new ArrayList<>();
                for (Future<Recorded> one : sent) {
                    answers.add(one.get(30, TimeUnit.SECONDS));
                }
                assertThat(answers).filteredOn(answer -> !answer.before()).hasSize(1);
                assertThat(answers)
                        .extracting(Recorded::event)
                        .containsOnly(answers.get(0).event());
                assertThat(board.trip(trip.ref()).orElseThrow().events()).hasSize(1);
                assertThat(carried()).isEqualTo(before + trip.persons());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Another sending of the same thing is no repetition: somebody else has reported meanwhile, and nothing is lost. */
    @Test
    void anotherSendingMeetsWhatWasReportedMeanwhile() {
        BoardTrip trip = trips().get(0);
        board.record(departure(trip), "dispatcher");

        assertThatThrownBy(() -> board.record(departure(trip).sentAs(UUID.randomUUID()), "escort:张三"))
                .isInstanceOfSatisfying(
                        StaleTripException.class,
                        stale -> assertThat(stale.latest().recordedBy()).isEqualTo("dispatcher"));
        assertThat(board.trip(trip.ref()).orElseThrow().events()).hasSize(1);
    }

    @Test
    void whoIsMissingIsKeptByReason() {
        BoardTrip trip =
                trips().stream().filter(one -> one.persons() > 20).findFirst().orElseThrow();
        String other = trips().stream()
                .map(one -> one.ref().vehicle())
                .filter(vehicle -> !vehicle.equals(trip.ref().vehicle()))
                .findFirst()
                .orElseThrow();
        String group = Collections.max(trip.personsByGroup().entrySet(), Map.Entry.comparingByValue())
                .getKey();
        int planned = trip.personsByGroup().get(group);
        Boarded typed = new Boarded(group, 0, planned - 4, 1, 2, new Absent(1, 1, 2, other), "证件不符");

        board.record(departure(trip, typed), "a");

        assertThat(board.trip(trip.ref()).orElseThrow().counted())
                .contains(new Boarded(group, planned, planned - 4, 1, 2, new Absent(1, 1, 2, other), "证件不符"));
        assertThat(ran().get(0).boardings())
                .filteredOn(boarding -> boarding.groupId().equals(group))
                .satisfies(boardings -> assertThat(boardings.stream()
                                .mapToInt(RanTrip.Boarding::infants)
                                .sum())
                        .isEqualTo(1))
                .satisfies(boardings -> assertThat(boardings.stream()
                                .mapToInt(RanTrip.Boarding::escorts)
                                .sum())
                        .isEqualTo(2));
        assertThat(carried()).isEqualTo(trip.persons() - 4);
    }

    @Test
    void nobodyMovesToATripThatThereIsNot() {
        BoardTrip trip = trips().get(0);
        String group = trip.personsByGroup().keySet().iterator().next();
        int planned = trip.personsByGroup().get(group);
        Boarded typed = new Boarded(group, 0, planned - 1, 0, 0, new Absent(0, 0, 1, "T-999"), null);

        assertThatThrownBy(() -> board.record(departure(trip, typed), "a"))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("MOVED_WHERE");
        assertThat(board.trip(trip.ref()).orElseThrow().events()).isEmpty();
    }

    @Test
    void severalTripsAreRecordedTogetherOrNotAtAll() {
        List<TripEntry> entries = new ArrayList<>();
        trips().stream().limit(3).forEach(trip -> entries.add(departure(trip)));
        BoardTrip last = trips().get(3);
        TripEntry wrong = new TripEntry(last.ref(), Report.DEPARTED, 12345, 0, last.departure(), null, List.of());

        entries.add(wrong);
        assertThatThrownBy(() -> board.recordAll(entries, "a")).isInstanceOf(ReportRefusedException.class);
        assertThat(carried()).isZero();
        assertThat(trips()).allSatisfy(trip -> assertThat(trip.events()).isEmpty());

        entries.remove(wrong);
        board.recordAll(entries, "a");
        assertThat(ran()).hasSize(3);
    }

    @Test
    void figuresTypedWithAnArrivalAreACorrectionAndKeepTheDeparture() {
        BoardTrip trip = trips().get(0);
        Instant left = trip.departure().plusSeconds(300);
        board.record(new TripEntry(trip.ref(), Report.DEPARTED, 0, 0, left, null, List.of()), "a");
        BoardTrip gone = board.trip(trip.ref()).orElseThrow();
        String group = trip.personsByGroup().keySet().iterator().next();
        List<Boarded> fewer = List.of(Boarded.persons(group, 0));

        assertThatThrownBy(() -> board.record(arrival(gone, null, fewer), "a")).hasMessageContaining("NO_REASON");
        board.record(arrival(gone, "到达后复核", fewer), "a");

        BoardTrip now = board.trip(trip.ref()).orElseThrow();
        assertThat(now.events().get(1).correction()).isTrue();
        assertThat(carried()).isEqualTo(trip.persons() - trip.personsByGroup().get(group));
        assertThat(ran())
                .singleElement()
                .satisfies(ran -> assertThat(ran.ranAt()).isEqualTo(left));
    }

    private static TripEntry arrival(BoardTrip trip, String remark, List<Boarded> boarded) {
        return new TripEntry(trip.ref(), Report.ARRIVED, trip.seen(), 0, trip.arrival(), remark, boarded);
    }

    @Test
    void linksGoWithTheTripAndEndWhenTheyAreTakenBack() {
        DoorLinks links = new JdbcDoorLinks(database.sql());
        BoardTrip trip = trips().get(0);
        Instant now = Instant.now();
        DoorLink link = links.add(trip.ref(), "张三", "dispatcher", now, DoorLinks.expiry(trip, now));
        long next = published(1);
        TripRef later = new TripRef(next, trip.ref().vehicle());

        assertThat(board.inForce(link.trip())).contains(later);
        assertThat(board.inForce(new TripRef(plan, "T-999"))).isEmpty();
        assertThat(links.of(later)).containsExactly(link);
        assertThat(links.of(trips().get(1).ref())).isEmpty();
        assertThat(link.state(link.expiresAt().minusSeconds(1))).isEqualTo(DoorLink.State.OPEN);
        assertThat(link.state(link.expiresAt())).isEqualTo(DoorLink.State.EXPIRED);
        assertThat(links.revoke(trips().get(1).ref(), link.id(), "a", now)).isFalse();
        assertThat(links.revoke(later, link.id(), "a", now)).isTrue();
        assertThat(links.revoke(later, link.id(), "a", now)).isFalse();
        assertThat(links.find(link.id()).orElseThrow().state(now)).isEqualTo(DoorLink.State.REVOKED);
    }

    @Test
    void aLinkReadBackStillFitsItsSignature() {
        DoorLinks links = new JdbcDoorLinks(database.sql());
        BoardTrip trip = trips().get(0);
        DoorLink made =
                links.add(trip.ref(), "张三", "a", Instant.now(), Instant.now().plusSeconds(1000));
        DoorSeal seal = new DoorSeal(new byte[32]);

        assertThat(seal.opens(seal.token(made), links.find(made.id()).orElseThrow()))
                .isTrue();
    }
}
