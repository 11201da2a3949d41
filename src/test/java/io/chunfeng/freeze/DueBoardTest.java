package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.freeze.DueItem.State;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.NoticeCalendar;
import io.chunfeng.statistics.ReportingItem;
import io.chunfeng.statistics.ReportingLevel;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.TemplateFile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due when, and what counts as done. */
class DueBoardTest {
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration GRACE = Duration.ofHours(12);
    private static final Instant FIRST = Instant.parse("2024-02-15T18:00:00+08:00");
    private static final Instant SECOND = Instant.parse("2024-02-22T18:00:00+08:00");

    private static final List<ReportingUnit> COUNTIES = List.of(
            new ReportingUnit("140105", "小店区"), new ReportingUnit("140106", "迎泽区"), new ReportingUnit("140202", "城区"));

    private static NoticeCalendar shanxi() {
        StatisticsTemplate template = TemplateFile.load("T-2024-SX");
        return NoticeCalendar.of(template.id(), template.id(), template.title(), template.calendar());
    }

    private static FrozenTable frozen(String unit, Instant asOf, Instant signedAt) {
        return new FrozenTable(
                new FrozenKey("T-2024-SX", 1),
                new TableQuery("T-2024-SX", 1, unit, asOf, 0, CountingSettings.DEFAULT),
                "表",
                "0".repeat(64),
                List.of(),
                List.of(),
                "王",
                null,
                "tongji",
                "统计员",
                signedAt);
    }

    private static DueBoard board(Instant now, FrozenTable... tables) {
        return DueBoard.of(List.of(shanxi()), List.of(tables), template -> COUNTIES, now, THREE_DAYS, GRACE);
    }

    private static State state(DueBoard board, Instant due) {
        return board.items().stream()
                .filter(item -> item.due().equals(due))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void theWarningBeginsThreeDaysBeforeAndNotEarlier() {
        Instant begins = FIRST.minus(THREE_DAYS);
        assertThat(state(board(begins), FIRST)).isEqualTo(State.SOON);
        assertThat(state(board(begins.minusMillis(1)), FIRST)).isEqualTo(State.OPEN);
        assertThat(board(begins).soon()).extracting(DueItem::due).containsExactly(FIRST);
    }

    @Test
    void dueRightNowIsStillDueOneMillisecondLaterItIsOverdue() {
        assertThat(state(board(FIRST), FIRST)).isEqualTo(State.SOON);
        assertThat(board(FIRST).ahead().get(0).due()).isEqualTo(FIRST);
        assertThat(state(board(FIRST.plusMillis(1)), FIRST)).isEqualTo(State.OVERDUE);
        assertThat(board(FIRST.plusMillis(1)).behind().get(0).due()).isEqualTo(FIRST);
    }

    @Test
    void frozenAsOfTheDueMomentIsInTimeUntilTheGraceIsOver() {
        assertThat(state(board(SECOND, frozen("14", FIRST, FIRST.plus(GRACE))), FIRST))
                .isEqualTo(State.DONE);
        assertThat(state(board(SECOND, frozen("14", FIRST, FIRST.plus(GRACE).plusMillis(1))), FIRST))
                .isEqualTo(State.DONE_LATE);
    }

    @Test
    void frozenAsOfAMomentOfTheWindowCountsForItsEndOnly() {
        Instant tuesday = Instant.parse("2024-02-20T12:00:00+08:00");
        DueBoard board = board(SECOND, frozen("14", tuesday, tuesday));
        assertThat(state(board, SECOND)).isEqualTo(State.DONE);
        assertThat(state(board, FIRST)).isEqualTo(State.OVERDUE);
        DueBoard next = board(SECOND, frozen("14", FIRST.plusMillis(1), SECOND));
        assertThat(state(next, FIRST))
                .as("one millisecond after it was due is of the next week")
                .isEqualTo(State.OVERDUE);
    }

    @Test
    void whatWasSignedLaterThanOneLooksIsNotThereYet() {
        assertThat(state(board(FIRST.plusSeconds(60), frozen("14", FIRST, SECOND)), FIRST))
                .isEqualTo(State.OVERDUE);
    }

    /** Two counties report by the first Thursday. */
    private static DueItem byCounty(Instant now, FrozenTable... tables) {
        ReportingItem item = new ReportingItem(
                "COUNTY",
                "统计表（区县）",
                ReportingMoment.Kind.STAGE,
                ReportingLevel.COUNTY,
                ReportingLevel.CITY,
                "1401",
                "T-2024-SX",
                new ReportingItem.Weekly(
                        DayOfWeek.THURSDAY, LocalTime.of(18, 0), LocalDate.of(2024, 2, 15), LocalDate.of(2024, 2, 15)),
                List.of(),
                null);
        NoticeCalendar notice = new NoticeCalendar("N", "通知", List.of(item));
        return DueBoard.of(List.of(notice), List.of(tables), template -> COUNTIES, now, THREE_DAYS, GRACE)
                .items()
                .get(0);
    }

    @Test
    void itIsDoneWhenTheLastCountyHasFrozenItsTable() {
        FrozenTable one = frozen("140105", FIRST, FIRST);
        DueItem some = byCounty(FIRST, one, frozen("140105", FIRST, FIRST));
        assertThat(some.state()).isEqualTo(State.SOON);
        assertThat(some.reported()).isEqualTo(1);
        assertThat(some.missing()).extracting(ReportingUnit::code).containsExactly("140106");
        assertThat(byCounty(FIRST.plusMillis(1), one).state()).isEqualTo(State.OVERDUE);
        assertThat(byCounty(SECOND, one, frozen("140106", FIRST, FIRST.plus(GRACE))))
                .satisfies(item -> assertThat(item.missing()).isEmpty())
                .extracting(DueItem::state)
                .isEqualTo(State.DONE);
        assertThat(byCounty(
                                SECOND,
                                one,
                                frozen("140106", FIRST, FIRST.plus(GRACE).plusMillis(1)))
                        .state())
                .isEqualTo(State.DONE_LATE);
    }

    @Test
    void theTableOfTheCityIsNotThatOfItsCounties() {
        DueItem item = byCounty(FIRST, frozen("1401", FIRST, FIRST), frozen("140202", FIRST, FIRST));
        assertThat(item.state()).isEqualTo(State.SOON);
        assertThat(item.missing()).hasSize(2);
        assertThat(item.tables()).isEmpty();
    }

    @Test
    void aCountyIsNotDoneByTheTableOfItsCity() {
        assertThat(state(board(SECOND, frozen("140105", FIRST, FIRST)), FIRST)).isEqualTo(State.OVERDUE);
    }

    @Test
    void wordsAreNotFrozenHereAndNeverOverdue() {
        Instant stage = Instant.parse("2024-02-02T23:59:59.999999+08:00");
        assertThat(state(board(SECOND), stage)).isEqualTo(State.PAST);
    }
}
