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

    private static Boarded counted(String group, int planned, int persons, Absent absent) {
        return new Boarded(group, planned, persons, 0, 0, absent, null);
    }

    private static void refused(BoardTrip trip, Boarded typed, Reason reason) {
        assertThatThrownBy(() -> Reports.boarded(trip, List.of(typed), List.of()))
                .isInstanceOfSatisfying(ReportRefusedException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.group()).isEqualTo(typed.groupId());
                });
    }

    @Test
    void onePressCountsEverybody() {
        assertThat(Reports.boarded(Trips.feeder(), List.of(), List.of()))
                .containsExactly(counted("G1", 20, 20, Absent.NOBODY), counted("G2", 10, 10, Absent.NOBODY));
    }

    @Test
    void whoeverIsMissingIsAccountedForAndMoreDoNotTravel() {
        BoardTrip trip = Trips.feeder();
        Boarded three = new Boarded("G2", 0, 7, 1, 2, new Absent(1, 1, 1, " C9 "), " 证件不符 ");

        assertThat(Reports.boarded(trip, List.of(three), List.of()))
                .contains(new Boarded("G2", 10, 7, 1, 2, new Absent(1, 1, 1, "C9"), "证件不符"));
        refused(trip, counted("G2", 0, 7, new Absent(1, 1, 0, null)), Reason.NOT_ACCOUNTED);
        refused(trip, counted("G2", 0, 7, new Absent(2, 1, 1, null)), Reason.NOT_ACCOUNTED);
        refused(trip, counted("G2", 0, 7, new Absent(4, -1, 0, null)), Reason.NOT_ACCOUNTED);
        refused(trip, counted("G2", 0, 7, new Absent(3, 0, 0, "C9")), Reason.NOT_ACCOUNTED);
        refused(trip, counted("G2", 0, 7, new Absent(0, 0, 3, "C1")), Reason.MOVED_WHERE);
        refused(trip, counted("G2", 0, 10, Absent.noShow(1)), Reason.NOT_ACCOUNTED);
        refused(trip, counted("G2", 0, 11, Absent.NOBODY), Reason.TOO_MANY);
        refused(trip, counted("G2", 0, -1, Absent.NOBODY), Reason.TOO_MANY);
        refused(trip, counted("G9", 0, 1, Absent.NOBODY), Reason.NOT_ABOARD);
    }

    @Test
    void whereNoReasonIsGivenTheRestDidNotCome() {
        assertThat(Reports.boarded(Trips.feeder(), List.of(Boarded.persons("G2", 4)), List.of()))
                .contains(counted("G2", 10, 4, Absent.noShow(6)));
    }

    /** They take no seat and no 人次, so that what was planned does not bound them; a slip of the finger is caught. */
    @Test
    void infantsAndEscortsComeOnTop() {
        Boarded most = new Boarded("G1", 0, 20, 99, 99, Absent.NOBODY, null);

        assertThat(Reports.boarded(Trips.feeder(), List.of(most), List.of()))
                .contains(new Boarded("G1", 20, 20, 99, 99, Absent.NOBODY, null));
        refused(Trips.feeder(), new Boarded("G1", 0, 0, 1, 0, Absent.noShow(20), null), Reason.OTHERS_ALONE);
        refused(Trips.feeder(), new Boarded("G1", 0, 20, 100, 0, Absent.NOBODY, null), Reason.OTHERS);
        refused(Trips.feeder(), new Boarded("G1", 0, 20, 0, -1, Absent.NOBODY, null), Reason.OTHERS);
    }

    /** Who did not come for the coach does not come for the train; nobody is accounted for twice. */
    @Test
    void theTrainDoesWithoutThoseWhomTheCoachDidNotBring() {
        BoardTrip coach = Trips.feeder(Trips.event(
                1,
                "C1",
                Report.DEPARTED,
                0,
                Trips.NINE,
                counted("G1", 20, 17, Absent.noShow(3)),
                counted("G2", 10, 10, Absent.NOBODY)));

        assertThat(Reports.expected(Trips.train(), List.of(coach, Trips.train())))
                .containsEntry("G1", 17);
        assertThat(Reports.boarded(Trips.train(), List.of(), List.of(coach)))
                .containsExactly(counted("G1", 20, 17, Absent.NOBODY));
        assertThat(Reports.boarded(Trips.train(), List.of(Boarded.persons("G1", 16)), List.of(coach)))
                .containsExactly(counted("G1", 20, 16, Absent.noShow(1)));
        // all who are missing of the plan may be told too, but not some of them
        assertThat(Reports.boarded(
                        Trips.train(), List.of(counted("G1", 0, 16, new Absent(4, 0, 0, null))), List.of(coach)))
                .containsExactly(counted("G1", 20, 16, Absent.noShow(4)));
        assertThatThrownBy(() ->
                        Reports.boarded(Trips.train(), List.of(counted("G1", 0, 16, Absent.noShow(2))), List.of(coach)))
                .hasMessageContaining("NOT_ACCOUNTED");
        // they came to the station on their own: more than expected, not more than planned
        assertThat(Reports.boarded(Trips.train(), List.of(Boarded.persons("G1", 20)), List.of(coach)))
                .containsExactly(counted("G1", 20, 20, Absent.NOBODY));
    }

    /** They come by another coach; where it is not known which, all the same. */
    @Test
    void theTrainWaitsForThoseWhoMissedTheirCoachAndTookAnother() {
        for (String other : new String[] {"C9", null}) {
            BoardTrip coach = Trips.feeder(Trips.event(
                    1, "C1", Report.DEPARTED, 0, Trips.NINE, counted("G1", 20, 14, new Absent(2, 1, 3, other))));

            assertThat(Reports.expected(Trips.train(), List.of(coach, Trips.train())))
                    .containsEntry("G1", 17);
        }
    }

    /** A leg further on too, though nobody counted at the train. */
    @Test
    void twoLegsOnTheyAreStillMissing() {
        BoardTrip coach = Trips.feeder(
                Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE, counted("G1", 20, 17, Absent.noShow(3))));

        assertThat(Reports.expected(Trips.fetcher(), List.of(coach, Trips.train())))
                .containsEntry("G1", 17);
    }

    @Test
    void figuresWithAnArrivalCountAnewOnlyWhenTheyDiffer() {
        List<Boarded> all = Reports.boarded(Trips.feeder(), List.of(), List.of());
        List<Boarded> fewer = Reports.boarded(Trips.feeder(), List.of(Boarded.persons("G1", 19)), List.of());
        BoardTrip left =
                Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE, all.toArray(Boarded[]::new)));

        assertThat(Reports.recounts(left, Report.ARRIVED, fewer)).isTrue();
        assertThat(Reports.recounts(left, Report.ARRIVED, all)).isFalse();
        assertThat(Reports.recounts(left, Report.ARRIVED, List.of())).isFalse();
        assertThat(Reports.recounts(Trips.feeder(), Report.ARRIVED, fewer)).isFalse();
    }

    /** Its time has come, to the second, and its delay is waited for. */
    @Test
    void whatLeftUnreportedWaitsToBeRecorded() {
        BoardTrip late = Trips.feeder(Trips.event(1, "C1", Report.LATE, 10, Trips.NINE));

        assertThat(Trips.feeder().unreported(Trips.NINE)).isFalse();
        assertThat(Trips.feeder().unreported(Trips.NINE.plusSeconds(1))).isTrue();
        assertThat(late.unreported(Trips.NINE.plusSeconds(600))).isFalse();
        assertThat(late.unreported(Trips.NINE.plusSeconds(601))).isTrue();
        assertThat(Trips.feeder(Trips.event(1, "C1", Report.ASSEMBLING, 0, Trips.NINE))
                        .unreported(NOON))
                .isTrue();
        assertThat(Trips.feeder(Trips.event(1, "C1", Report.CANCELLED, 0, Trips.NINE))
                        .unreported(NOON))
                .isFalse();
        assertThat(Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE))
                        .unreported(NOON))
                .isFalse();
    }
}
