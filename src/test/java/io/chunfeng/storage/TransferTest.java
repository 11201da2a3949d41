package io.chunfeng.storage;

import static io.chunfeng.storage.TransferDay.boarded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.Reports;
import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 改乘: whoever rode another trip than the one of the plan is carried on that one, once, whatever is reported when. */
class TransferTest {
    private TransferDay day;
    private TestDatabase database;
    private DayBoard board;
    private long plan;

    @BeforeEach
    void publish() {
        day = new TransferDay();
        database = day.database();
        board = day.board();
        plan = day.published(0);
    }

    @AfterEach
    void close() {
        day.close();
    }

    private void report(String vehicle, Report report, String remark, Boarded... boarded) {
        BoardTrip trip = day.trip(vehicle);
        board.record(
                new TripEntry(trip.ref(), report, trip.seen(), 0, trip.departure(), remark, List.of(boarded)), "zhang");
    }

    private void departs(String vehicle, Boarded... boarded) {
        report(vehicle, Report.DEPARTED, null, boarded);
    }

    @Test
    void whoMovedIsCarriedOnTheOtherTripWhenItLeaves() {
        departs("c1", boarded("G1", 26, 1, 3, "c2"));
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 26));
        assertThat(board.arrivingAt(day.trip("c2").ref()))
                .containsExactly(new Transfer(new TripRef(plan, "c1"), "G1", 3));

        departs("c2");

        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 26, "c2 G1", 3, "c2 G2", 40));
        assertThat(database.ledger().ofTrip(plan, "c2"))
                .filteredOn(entry -> entry.groupId().equals("G1"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.county()).isEqualTo("141124");
                    assertThat(entry.mainLeg()).isTrue();
                    assertThat(entry.toCounty()).isEqualTo(Boardings.WORKPLACE);
                });
    }

    @Test
    void alsoWhenItHadLeftBefore() {
        departs("c2", boarded("G2", 38, 2, 0, null));
        departs("c1", boarded("G1", 27, 0, 3, "c2"));

        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 27, "c2 G1", 3, "c2 G2", 38));
        assertThat(database.ledger().ofTrip(plan, "c2"))
                .filteredOn(entry -> entry.recording().reason() != null)
                .extracting(entry -> entry.recording().reason())
                .allSatisfy(reason -> assertThat(reason).startsWith("c1 登记改乘"));
    }

    @Test
    void aCorrectionTakesThemBackOrElsewhere() {
        departs("c2");
        departs("c1", boarded("G1", 27, 0, 3, "c2"));
        long before = database.ledger().newest();
        Map<String, Integer> then = day.carried();

        report("c1", Report.DEPARTED, "都在车上", boarded("G1", 30, 0, 0, null));
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 30, "c2 G2", 40));
        assertThat(board.arrivingAt(day.trip("c2").ref())).isEmpty();

        departs("c3", boarded("G3", 49, 4, 0, null));
        report("c1", Report.ARRIVED, "到达后复核", boarded("G1", 26, 0, 4, "c3"));
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 26, "c2 G2", 40, "c3 G1", 4, "c3 G3", 49));

        assertThat(persons(database.ledger().ranTrips(HandMadePlan.DEPARTURE, before)))
                .as("what was known before stays known")
                .isEqualTo(then.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static int persons(List<RanTrip> trips) {
        return trips.stream().mapToInt(RanTrip::persons).sum();
    }

    /** Off one trip and onto another at once, and nobody is carried twice meanwhile. */
    @Test
    void peopleOfTwoTripsMayHaveChangedPlaces() {
        departs("c1", boarded("G1", 20, 0, 10, "c2"));
        departs("c2", boarded("G2", 30, 0, 10, "c1"));
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 20, "c1 G2", 10, "c2 G1", 10, "c2 G2", 30));

        report("c1", Report.DEPARTED, "登记错", boarded("G1", 30, 0, 0, null));
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 30, "c1 G2", 10, "c2 G2", 30));
    }

    @Test
    void aTripThatDoesNotRunCarriesNobody() {
        departs("c1", boarded("G1", 27, 0, 3, "c2"));
        departs("c2");
        report("c2", Report.CANCELLED, "车辆故障");
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 27));

        report("c2", Report.DEPARTED, "修好了");
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 27, "c2 G1", 3, "c2 G2", 40));

        report("c1", Report.PLANNED, "还没有走");
        assertThat(day.carried()).isEqualTo(Map.of("c2 G2", 40));
    }

    @Test
    void theLastSeatIsTakenButNoneThatThereIsNot() {
        departs("c2");
        departs("c1", boarded("G1", 17, 0, 13, "c2"));
        assertThat(day.carried()).containsEntry("c2 G1", 13);
        long before = database.ledger().newest();

        assertThatThrownBy(() -> report("c1", Report.DEPARTED, "又来一人", boarded("G1", 16, 0, 14, "c2")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("53 个座位")
                .hasMessageContaining("c1 的“G1”14 人");
        assertThat(database.ledger().newest()).isEqualTo(before);
        assertThat(day.trip("c1").events()).hasSize(1);
    }

    /** Somebody who did not come leaves a seat. */
    @Test
    void aSeatIsFreeWhenItsOwnerDidNotCome() {
        departs("c1", boarded("G1", 28, 0, 2, "c3"));

        assertThatThrownBy(() -> departs("c3", boarded("G3", 52, 1, 0, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("坐不下");
        departs("c3", boarded("G3", 51, 2, 0, null));
        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 28, "c3 G1", 2, "c3 G3", 51));
    }

    /** Another coach to the same train: a feeder for them as theirs would have been, and the train has them once. */
    @Test
    void whoMissedTheFeederAndTookAnotherComesToTheTrain() {
        departs("f1", boarded("G4", 15, 1, 4, "f2"));
        departs("f2");
        BoardTrip train = day.trip("k1");
        assertThat(Reports.expected(train, board.around(train.ref()))).isEqualTo(Map.of("G4", 19, "G5", 20));

        departs("k1");

        assertThat(day.carried()).isEqualTo(Map.of("f1 G4", 15, "f2 G4", 4, "f2 G5", 20, "k1 G4", 19, "k1 G5", 20));
        assertThat(database.ledger().ofGroup("G4").stream()
                        .filter(LedgerEntry::mainLeg)
                        .mapToInt(LedgerEntry::persons)
                        .sum())
                .isEqualTo(19);
    }

    /** The later plan runs both trips on: its marks take the place of those of the plan before. */
    @Test
    void aTripGoesOnInALaterPlanWithWhoMovedToIt() {
        departs("c2");
        departs("c1", boarded("G1", 27, 0, 3, "c2"));
        long later = day.published(1);
        assertThat(board.arrivingAt(new TripRef(later, "c2"))).hasSize(1);

        report("c2", Report.ARRIVED, "两人没有来", boarded("G2", 38, 2, 0, null));
        report("c1", Report.ARRIVED, "四人改乘", boarded("G1", 26, 0, 4, "c2"));

        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 26, "c2 G1", 4, "c2 G2", 38));
        assertThat(database.ledger().ranTrips(HandMadePlan.DEPARTURE))
                .allSatisfy(ran -> assertThat(ran.planId()).isEqualTo(later));
    }

    /** A trip marked on the page of its plan, of which nobody reported. */
    @Test
    void aTripThatWasOnlyMarkedKeepsItsPeople() {
        database.dispatch().markRan(plan, "c2", HandMadePlan.DEPARTURE, new Author("li", null));
        departs("c1", boarded("G1", 27, 0, 3, "c2"));

        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 27, "c2 G1", 3, "c2 G2", 40));
    }

    @Test
    void whoMovedNobodyKnowsWhereIsOnNoTrip() {
        departs("c2");
        departs("c1", boarded("G1", 27, 0, 3, null));

        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 27, "c2 G2", 40));
        assertThatThrownBy(() -> report("c1", Report.DEPARTED, "x", boarded("G1", 27, 0, 3, "c9")))
                .isInstanceOf(ReportRefusedException.class);
    }

    /** In one file, in whatever order its trips come. */
    @Test
    void severalTripsTogether() {
        List<TripEntry> entries = List.of(
                entry("c2", boarded("G2", 30, 0, 10, "c1")),
                entry("c1", boarded("G1", 18, 2, 10, "c2")),
                entry("c3", boarded("G3", 53, 0, 0, null)));

        board.recordAll(entries, "zhang");

        assertThat(day.carried()).isEqualTo(Map.of("c1 G1", 18, "c1 G2", 10, "c2 G1", 10, "c2 G2", 30, "c3 G3", 53));
        assertThat(database.ledger().ofTrip(plan, "c3").stream().collect(Collectors.summingInt(LedgerEntry::persons)))
                .isEqualTo(53);
    }

    private TripEntry entry(String vehicle, Boarded... boarded) {
        BoardTrip trip = day.trip(vehicle);
        return new TripEntry(trip.ref(), Report.DEPARTED, trip.seen(), 0, trip.departure(), null, List.of(boarded));
    }
}
