package io.chunfeng.freeze;

import io.chunfeng.statistics.NoticeCalendar;
import io.chunfeng.statistics.ReportingItem;
import io.chunfeng.statistics.ReportingUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that is due once.
 *
 * @param after the due moment before this one of the same item: what is frozen as of (after, due] is for this one
 * @param tables frozen for it, the first one first; several where several units report
 * @param missing counties that have not frozen one yet, of an item that counties report
 */
public record DueItem(
        NoticeCalendar notice,
        ReportingItem item,
        Instant after,
        Instant due,
        State state,
        List<FrozenTable> tables,
        List<ReportingUnit> missing) {

    /** Each has messages {@code frozen.due.<state>}. */
    public enum State {
        /** Frozen in time, by every unit that reports. */
        DONE,
        /** Frozen by all, but by some later than due. */
        DONE_LATE,
        /** Due after the time of early warning. */
        OPEN,
        /** Due within the time of early warning. */
        SOON,
        OVERDUE,
        /** Was due; words, which are not frozen here. */
        PAST
    }

    public DueItem {
        tables = List.copyOf(tables);
        missing = List.copyOf(missing);
    }

    /** How many units have frozen a table for it. */
    public long reported() {
        return tables.stream().map(table -> table.query().unit()).distinct().count();
    }

    /** Negative when it was due. */
    public Duration left(Instant now) {
        return Duration.between(now, due);
    }
}
