package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger keeps of marks and corrections, and what its database refuses whoever asks. */
class LedgerRulesTest {
    private static final Instant RAN = HandMadePlan.DEPARTURE;
    private static final Author FIRST = new Author("zhang", null);
    private static final Author CORRECTS = new Author("li", "花名册核对后更正");
    private static final String COPY = """
            INSERT INTO ledger_entry (recording, plan_id, vehicle, kind, name, carriages, happened_at, group_id, county,
                                      from_county, to_county, direction, main_leg, persons, infants, escorts, owner,
                                      reverses)
            SELECT %s, plan_id, vehicle, kind, name, carriages, happened_at%s, group_id, county, from_county, to_county,
                   direction, main_leg, %s, infants, escorts, owner, %s
            FROM ledger_entry WHERE id = %d
            """;

    private TestDatabase database;
    private long plan;

    @BeforeEach
    void twoGroupsOnOneCoach() {
        database = TestDatabase.migrated();
        plan = new HandMadePlan()
                .group("G1", "141124", 30)
                .group("G2", "140105", 20, true)
                .coach("C1")
                .coach("C2")
                .journey("G1", 20, "C1")
                .journey("G1", 10, "C1")
                .journey("G2", 20, "C1")
                .store(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void mark(Map<String, Aboard> aboard, Author author) {
        database.dispatch().markRan(plan, "C1", RAN, aboard, author);
    }

    private List<LedgerEntry> entries() {
        return database.ledger().ofTrip(plan, "C1");
    }

    @Test
    void aMarkIsOneEntryForEachPartOfAGroup() {
        mark(Map.of("G1", new Aboard(29, 2, 1)), FIRST);

        assertThat(entries())
                .extracting(LedgerEntry::groupId, LedgerEntry::persons, LedgerEntry::infants, LedgerEntry::escorts)
                .containsExactly(tuple("G1", 20, 2, 1), tuple("G1", 9, 0, 0), tuple("G2", 20, 0, 0));
        LedgerEntry homeward = entries().get(2);
        assertThat(homeward.direction()).isEqualTo(Direction.HOMEWARD);
        assertThat(homeward.fromCounty()).isEqualTo("440306");
        assertThat(homeward.toCounty()).isEqualTo("140105");
        assertThat(homeward.owner()).isEqualTo("1411");
        Recording recording = homeward.recording();
        assertThat(recording.id()).isOne();
        assertThat(recording.recordedBy()).isEqualTo("zhang");
        assertThat(recording.reason()).isNull();
        assertThat(database.ledger().recording(1)).contains(recording);
        assertThat(database.ledger().newestAt(recording.recordedAt())).isOne();
        assertThat(database.ledger().newestAt(recording.recordedAt().minusNanos(1000)))
                .isZero();
    }

    @Test
    void theSameAgainIsNotRecorded() {
        mark(Map.of("G1", new Aboard(30, 1, 0)), FIRST);
        mark(Map.of("G1", new Aboard(30, 1, 0), "G2", Aboard.persons(20)), FIRST);
        database.dispatch().markRan(plan, "C1", RAN.plusNanos(300), Map.of("G1", new Aboard(30, 1, 0)), FIRST);

        assertThat(database.ledger().newest()).isOne();
        assertThat(entries()).hasSize(3);
    }

    /** Only what changed: one part of one group, and nobody's city. */
    @Test
    void aCorrectionReversesTheEntriesThatChanged() {
        mark(Map.of(), FIRST);
        mark(Map.of("G1", Aboard.persons(27)), CORRECTS);

        assertThat(entries())
                .extracting(LedgerEntry::id, LedgerEntry::persons, LedgerEntry::reverses)
                .containsExactly(
                        tuple(1L, 20, null),
                        tuple(2L, 10, null),
                        tuple(3L, 20, null),
                        tuple(4L, -10, 2L),
                        tuple(5L, 7, null));
        assertThat(entries().get(4).recording().reason()).isEqualTo(CORRECTS.reason());
        assertThat(database.ledger().ofGroup("G2")).hasSize(1);
        assertThat(database.ledger().ofGroup("G1")).hasSize(4);
    }

    /** Who reports the trip stands in every entry. */
    @Test
    void anotherOwnerChangesEveryEntry() {
        mark(Map.of(), FIRST);
        mark(Map.of("G1", Aboard.persons(19)), CORRECTS);

        assertThat(entries()).hasSize(8);
        assertThat(database.ledger().ranTrips(RAN)).singleElement().satisfies(trip -> {
            assertThat(trip.owner()).isEqualTo("1401");
            assertThat(trip.boardings()).extracting(RanTrip.Boarding::persons).containsExactly(19, 20);
        });
    }

    @Test
    void aCorrectionWithoutAReasonIsRefused() {
        mark(Map.of(), FIRST);
        assertThatThrownBy(() -> mark(Map.of("G1", Aboard.persons(29)), FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("原因");
        assertThatThrownBy(() -> database.dispatch().unmarkRan(plan, "C1", FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("原因");
        assertThat(database.ledger().newest()).isOne();
    }

    @Test
    void takenBackAndMarkedAgain() {
        mark(Map.of(), FIRST);
        database.dispatch().unmarkRan(plan, "C1", CORRECTS);
        assertThat(database.ledger().ranTrips(RAN)).isEmpty();
        database.dispatch().unmarkRan(plan, "C1", CORRECTS);
        assertThat(database.ledger().newest()).isEqualTo(2);

        mark(Map.of(), CORRECTS);
        assertThat(database.ledger().ranTrips(RAN)).hasSize(1);
        assertThat(database.ledger().ranTrips(RAN, 2)).isEmpty();
        assertThat(database.ledger().ranTrips(RAN, 1))
                .isEqualTo(database.ledger().ranTrips(RAN));
        assertThat(entries().stream().mapToInt(LedgerEntry::persons).sum()).isEqualTo(50);
    }

    @Test
    void anEmptyRunIsATripWithoutAnybody() {
        mark(Map.of("G1", Aboard.persons(0), "G2", Aboard.persons(0)), FIRST);

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.groupId()).isNull();
            assertThat(entry.owner()).isNull();
        });
        assertThat(database.ledger().ranTrips(RAN))
                .singleElement()
                .satisfies(trip -> assertThat(trip.boardings()).isEmpty());
        mark(Map.of("G1", Aboard.persons(1), "G2", Aboard.persons(0)), CORRECTS);
        assertThat(entries()).extracting(LedgerEntry::reverses).containsExactly(null, 1L, null);
    }

    @Test
    void theDatabaseOnlyAdds() {
        mark(Map.of(), FIRST);
        List<LedgerEntry> before = entries();
        for (String statement : List.of(
                "UPDATE ledger_entry SET persons = persons",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry CASCADE",
                "UPDATE recording SET reason = 'x'",
                "DELETE FROM recording",
                "TRUNCATE recording CASCADE")) {
            assertThatThrownBy(() -> database.sql().sql(statement).update())
                    .as(statement)
                    .hasMessageContaining("only ever added");
        }
        assertThat(entries()).isEqualTo(before);
    }

    /** A copy of entry 1, of 20 persons, in a recording of its own. */
    private void copy(String reason, String later, String persons, String reverses) {
        database.transaction().executeWithoutResult(status -> {
            Long recording = database.sql()
                    .sql("SELECT begin_recording(now(), 'somebody', :reason)")
                    .param("reason", reason)
                    .query(Long.class)
                    .single();
            database.sql()
                    .sql(COPY.formatted(recording, later, persons, reverses, 1))
                    .update();
        });
    }

    @Test
    void aReversalIsTheExactNegative() {
        mark(Map.of(), FIRST);
        String later = " + interval '1 s'";
        refused("why", "", "-persons + 1", "1", "is not the negative");
        refused("why", "", "-persons - 1", "1", "is not the negative");
        refused("why", later, "-persons", "1", "is not the negative");
        refused(null, "", "-persons", "1", "without a reason");
        refused("why", "", "-persons", "null", "violates check");
        refused("why", "", "0", "null", "violates check");
        refused("why", "", "0", "1", "violates check");
        refused("why", "", "persons", "1", "violates check");
        refused("why", later, "persons", "null", "run twice");
        assertThat(database.ledger().newest()).isOne();

        copy("why", "", "-persons", "1");
        assertThat(database.ledger().ranTrips(RAN).get(0).boardings())
                .extracting(RanTrip.Boarding::persons)
                .containsExactly(10, 20);
    }

    private void refused(String reason, String later, String persons, String reverses, String refusal) {
        assertThatThrownBy(() -> copy(reason, later, persons, reverses)).hasMessageContaining(refusal);
    }

    @Test
    void anEntryIsReversedOnceAndAReversalNever() {
        mark(Map.of(), FIRST);
        copy("why", "", "-persons", "1");
        assertThatThrownBy(() -> copy("why", "", "-persons", "1")).hasMessageContaining("reverses");
        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    Long recording = database.sql()
                            .sql("SELECT begin_recording(now(), 'somebody', 'why')")
                            .query(Long.class)
                            .single();
                    database.sql()
                            .sql(COPY.formatted(recording, "", "-persons", "4", 4))
                            .update();
                }))
                .hasMessageContaining("check");
    }

    @Test
    void nothingIsAddedToARecordingThatIsOver() {
        mark(Map.of(), FIRST);
        assertThatThrownBy(() -> database.sql()
                        .sql(COPY.formatted(1, "", "persons", "null", 1))
                        .update())
                .hasMessageContaining("is over");
    }
}
