package io.chunfeng.report;

import static io.chunfeng.report.Trips.LINXIAN;
import static io.chunfeng.report.Trips.SHENZHEN;
import static io.chunfeng.report.Trips.XIAODIAN;
import static io.chunfeng.report.Trips.homeward;
import static io.chunfeng.report.Trips.toWork;
import static io.chunfeng.report.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Kind;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.Measure;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.SeatBlockConversion;
import io.chunfeng.statistics.TemplateFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which trips a stage report counts, and what a later recording changes. */
class StageFiguresTest {
    private static final StageReport REPORT =
            new StageReport(1, "14", LocalDate.of(2024, 2, 3), LocalDate.of(2024, 2, 22));
    private static final ReportVersion VERSION = version(REPORT);

    private static final List<RanTrip> TRIPS = List.of(
            trip("first", Kind.COACH, Instant.parse("2024-01-25T00:00:00+08:00"), homeward(LINXIAN, SHENZHEN, 10)),
            trip("last", Kind.COACH, Instant.parse("2024-02-02T23:59:59+08:00"), homeward(LINXIAN, SHENZHEN, 20)),
            trip("begin", Kind.COACH, Instant.parse("2024-02-03T00:00:00+08:00"), toWork(LINXIAN, SHENZHEN, 30)),
            trip(
                    "rail",
                    Kind.CHARTERED_CARRIAGES,
                    Instant.parse("2024-02-22T23:59:59+08:00"),
                    toWork(XIAODIAN, SHENZHEN, 40)),
            trip("after", Kind.COACH, Instant.parse("2024-02-23T00:00:00+08:00"), toWork(LINXIAN, SHENZHEN, 50)));

    static ReportVersion version(StageReport report) {
        return new ReportVersion(
                1,
                7,
                CountingSettings.DEFAULT,
                LocalDate.of(2024, 1, 25),
                LocalDate.of(2024, 1, 25),
                LocalDate.of(2024, 2, 2),
                ReportEntry.EMPTY,
                "统计员",
                Instant.parse("2024-02-23T09:00:00+08:00"));
    }

    @Test
    void bothDaysOfThePeriodBelongToIt() {
        StageFigures figures = StageFigures.of(REPORT, VERSION, TRIPS, Map.of());
        assertThat(figures.stage().personTrips()).isEqualTo(70);
        assertThat(figures.stage().coaches()).isEqualTo(1);
        assertThat(figures.stage().carriages()).isEqualTo(3);
        assertThat(figures.stage().railPersonTrips()).isEqualTo(40);
        assertThat(figures.compared().personTrips()).isEqualTo(30);
        assertThat(figures.cumulative().personTrips()).isEqualTo(100);
        assertThat(figures.unpriced()).isEqualTo(2);
    }

    /** One pass over the trips, and yet what the tables of the statistics say measure by measure. */
    @Test
    void carriedIsWhatTheStatisticsTablesSay() {
        List<RanTrip> trips = List.of(
                trip("coach", Kind.COACH, Trips.NOON, toWork(LINXIAN, SHENZHEN, 30), homeward(XIAODIAN, SHENZHEN, 31)),
                trip("feeder", Kind.COACH, Trips.NOON, Trips.feeder(LINXIAN, SHENZHEN, 9)),
                trip("train", Kind.CHARTERED_TRAIN, Trips.NOON, toWork(LINXIAN, SHENZHEN, 400)),
                trip("carriages", Kind.CHARTERED_CARRIAGES, Trips.NOON, toWork(XIAODIAN, SHENZHEN, 200)),
                trip("charter", Kind.CHARTER_FLIGHT, Trips.NOON, toWork(XIAODIAN, SHENZHEN, 150)),
                trip("block", Kind.SEAT_BLOCK, Trips.NOON, toWork(LINXIAN, SHENZHEN, 20)));
        for (CountingRule rule : CountingRule.values()) {
            for (RailConversion rail : RailConversion.values()) {
                for (SeatBlockConversion blocks : SeatBlockConversion.values()) {
                    CountingSettings settings = new CountingSettings(rule, rail, blocks);
                    CountedTrips counted = CountedTrips.of(trips, settings, Trips.NOON);
                    for (String city : List.of("1411", "1401")) {
                        assertThat(Carried.of(trips, settings, city))
                                .isEqualTo(new Carried(
                                        counted.figure(Measure.COACH_DISPATCHES, city),
                                        counted.figure(Measure.COACH_PERSON_TRIPS, city),
                                        counted.figure(Measure.RAIL_UNITS, city),
                                        counted.figure(Measure.TRAINS, city),
                                        counted.figure(Measure.CARRIAGES, city),
                                        counted.figure(Measure.RAIL_PERSON_TRIPS, city),
                                        counted.figure(Measure.FLIGHT_UNITS, city),
                                        counted.figure(Measure.CHARTER_FLIGHTS, city),
                                        counted.figure(Measure.SEAT_BLOCKS, city),
                                        counted.figure(Measure.AIR_PERSON_TRIPS, city)));
                    }
                }
            }
        }
    }

    @Test
    void aCityHasItsOwn() {
        StageReport ofLvliang = new StageReport(2, "1411", REPORT.from(), REPORT.to());
        StageFigures figures = StageFigures.of(ofLvliang, VERSION, TRIPS, Map.of());
        assertThat(figures.stage().personTrips()).isEqualTo(30);
        assertThat(figures.flows().personTrips()).isEqualTo(30);
    }

    @Test
    void aCorrectionIsToldByNameAndDifference() {
        StageFigures before = StageFigures.of(REPORT, VERSION, TRIPS, Map.of());
        StageFigures after = StageFigures.of(REPORT, VERSION, TRIPS.subList(0, 3), Map.of());
        assertThat(before.changedBy(before)).isEmpty();
        assertThat(before.changedBy(after))
                .contains(
                        new StageFigures.Changed("本阶段合计运送", "人次", 70, 30),
                        new StageFigures.Changed("2月22日返岗", "人次", 40, 0))
                .extracting(StageFigures.Changed::name)
                .doesNotContain("本阶段专车", "2月3日返岗", "上一阶段合计运送");
    }

    @Test
    void anotherDayAloneIsAChangeToo() {
        RanTrip later =
                trip("begin", Kind.COACH, Instant.parse("2024-02-04T00:00:00+08:00"), toWork(LINXIAN, SHENZHEN, 30));
        StageFigures before = StageFigures.of(REPORT, VERSION, List.of(TRIPS.get(2)), Map.of());
        StageFigures after = StageFigures.of(REPORT, VERSION, List.of(later), Map.of());
        assertThat(before.changedBy(after))
                .containsExactly(
                        new StageFigures.Changed("2月3日返岗", "人次", 30, 0),
                        new StageFigures.Changed("2月4日返岗", "人次", 0, 30));
    }

    @Test
    void stagesFollowOneAnotherAndTheSummaryIsOfTheWholeCampaign() {
        List<DueStage> due = DueStage.of(TemplateFile.load("T-2024-SX").calendar());
        assertThat(due)
                .extracting(DueStage::kind, DueStage::from, DueStage::to)
                .containsExactly(
                        tuple(ReportingMoment.Kind.STAGE, LocalDate.of(2024, 1, 25), LocalDate.of(2024, 2, 2)),
                        tuple(ReportingMoment.Kind.STAGE, LocalDate.of(2024, 2, 3), LocalDate.of(2024, 2, 22)),
                        tuple(ReportingMoment.Kind.SUMMARY, LocalDate.of(2024, 1, 25), LocalDate.of(2024, 4, 10)));
        assertThat(DueStage.before(due, LocalDate.of(2024, 2, 3))).contains(due.get(0));
        assertThat(DueStage.before(due, LocalDate.of(2024, 2, 2))).isEmpty();
        assertThat(DueStage.before(due, LocalDate.of(2024, 6, 1))).contains(due.get(1));
    }

    @Test
    void aReportIsOfAProvinceOrACityAndEndsAfterItBegins() {
        assertThatThrownBy(() -> new StageReport(1, "141124", REPORT.from(), REPORT.to()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StageReport(1, "14", REPORT.to(), REPORT.from()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
