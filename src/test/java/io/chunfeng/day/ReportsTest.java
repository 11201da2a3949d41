package io.chunfeng.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.day.ReportRefusedException.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be reported, and who boarded. */
class ReportsTest {
    private static final Instant NOON = Trips.NINE.plusSeconds(3 * 3600);

    private static TripEntry entry(Report report, Instant at, String remark, int minutes, Boarded... boarded) {
        return new TripEntry(new TripRef(Trips.PLAN, "C1"), report, 0, minutes, at, remark, List.of(boarded));
    }

    private static void refused(BoardTrip trip, TripEntry entry, Reason reason) {
        assertThatThrownBy(() -> Reports.require(trip, entry, NOON))
                .isInstanceOfSatisfying(
                        ReportRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void nothingIsReportedBeforeItHappens() {
        Reports.require(Trips.feeder(), entry(Report.DEPARTED, NOON, null, 0), NOON);

        refused(Trips.feeder(), entry(Report.DEPARTED, NOON.plusSeconds(1), null, 0), Reason.IN_FUTURE);
    }

    @Test
    void goingBackNeedsAReason() {
        BoardTrip left = Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE));

        refused(left, entry(Report.ASSEMBLING, Trips.NINE, null, 0), Reason.NO_REASON);
        refused(left, entry(Report.DEPARTED, Trips.NINE, null, 0), Reason.NO_REASON);
        refused(Trips.feeder(), entry(Report.CANCELLED, Trips.NINE, null, 0), Reason.NO_REASON);
        Reports.require(left, entry(Report.ASSEMBLING, Trips.NINE, "按错了", 0), NOON);
        Reports.require(left, entry(Report.ARRIVED, Trips.NINE.plusSeconds(3600), null, 0), NOON);
        assertThat(Reports.corrects(left, Report.ASSEMBLING)).isTrue();
        assertThat(Reports.corrects(left, Report.ARRIVED)).isFalse();
    }

    @Test
    void nobodyArrivesBeforeTheyLeft() {
        BoardTrip left = Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE));

        Reports.require(left, entry(Report.ARRIVED, Trips.NINE, null, 0), NOON);
        refused(left, entry(Report.ARRIVED, Trips.NINE.minusSeconds(1), null, 0), Reason.BEFORE_DEPARTURE);
    }

    @Test
    void whatHasArrivedIsNotLateAnyMore() {
        BoardTrip arrived = Trips.feeder(
                Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE),
                Trips.event(2, "C1", Report.ARRIVED, 0, Trips.NINE.plusSeconds(3600)));

        refused(arrived, entry(Report.LATE, NOON, null, 10), Reason.OVER);
        refused(Trips.feeder(), entry(Report.LATE, NOON, null, 3 * 24 * 60 + 1), Reason.DELAY);
        Reports.require(Trips.feeder(), entry(Report.LATE, NOON, null, 3 * 24 * 60), NOON);
    }

    @Test
    void onePressCountsEverybody() {
        assertThat(Reports.boarded(Trips.feeder(), List.of(), List.of()))
                .containsExactly(new Boarded("G1", 20, 20, null), new Boarded("G2", 10, 10, null));
    }

    @Test
    void fewerNeedAReasonAndMoreDoNotTravel() {
        BoardTrip trip = Trips.feeder();

        assertThat(Reports.boarded(trip, List.of(new Boarded("G2", 10, 8, " 临时不去 ")), List.of()))
                .contains(new Boarded("G2", 10, 8, "临时不去"));
        assertThatThrownBy(() -> Reports.boarded(trip, List.of(new Boarded("G2", 10, 9, "")), List.of()))
                .hasMessageContaining("NO_SHOW_REASON");
        assertThatThrownBy(() -> Reports.boarded(trip, List.of(new Boarded("G2", 10, 11, "x")), List.of()))
                .hasMessageContaining("TOO_MANY");
        assertThatThrownBy(() -> Reports.boarded(trip, List.of(new Boarded("G9", 10, 1, "x")), List.of()))
                .hasMessageContaining("NOT_ABOARD");
    }

    /** Who did not come for the coach does not come for the train; no second reason is asked for. */
    @Test
    void theTrainDoesWithoutThoseWhomTheCoachDidNotBring() {
        BoardTrip coach = Trips.feeder(Trips.event(
                1,
                "C1",
                Report.DEPARTED,
                0,
                Trips.NINE,
                new Boarded("G1", 20, 17, "x"),
                new Boarded("G2", 10, 10, null)));

        assertThat(Reports.expected(Trips.train(), List.of(coach, Trips.train())))
                .containsEntry("G1", 17);
        assertThat(Reports.boarded(Trips.train(), List.of(), List.of(coach)))
                .containsExactly(new Boarded("G1", 20, 17, null));
        assertThat(Reports.boarded(Trips.train(), List.of(new Boarded("G1", 20, 17, "")), List.of(coach)))
                .containsExactly(new Boarded("G1", 20, 17, null));
    }

    /** A leg further on too, though nobody counted at the train. */
    @Test
    void twoLegsOnTheyAreStillMissing() {
        BoardTrip coach =
                Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE, new Boarded("G1", 20, 17, "x")));

        assertThat(Reports.expected(Trips.fetcher(), List.of(coach, Trips.train())))
                .containsEntry("G1", 17);
    }
}
