package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.freeze.DueItem.State;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.NoticeCalendar;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.TemplateFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due when, and what counts as done. */
class DueBoardTest {
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration GRACE = Duration.ofHours(12);
    private static final Instant FIRST = Instant.parse("2024-02-15T18:00:00+08:00");
    private static final Instant SECOND = Instant.parse("2024-02-22T18:00:00+08:00");

    private static NoticeCalendar shanxi() {
        StatisticsTemplate template = TemplateFile.load("T-2024-SX");
        return NoticeCalendar.of(template.id(), template.title(), template.calendar());
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
        return DueBoard.of(List.of(shanxi()), List.of(tables), now, THREE_DAYS, GRACE);
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
        assertThat(state(next, FIRST)).as("one millisecond after it was due is of the next week").isEqualTo(State.OVERDUE);
    }

    @Test
    void whatWasSignedLaterThanOneLooksIsNotThereYet() {
        assertThat(state(board(FIRST.plusSeconds(60), frozen("14", FIRST, SECOND)), FIRST))
                .isEqualTo(State.OVERDUE);
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
