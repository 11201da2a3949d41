package io.chunfeng.freeze;

import io.chunfeng.freeze.DueItem.State;
import io.chunfeng.statistics.NoticeCalendar;
import io.chunfeng.statistics.ReportingItem;
import io.chunfeng.statistics.ReportingLevel;
import io.chunfeng.statistics.ReportingUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is due when, and what has been frozen for it.
 *
 * @param now moment of looking @param items in the order in which they are due
 */
public record DueBoard(Instant now, List<DueItem> items) {
    private static final int COUNTY_DIGITS = 6;
    private static final Comparator<DueItem> ORDER = Comparator.comparing(DueItem::due)
            .thenComparing(item -> item.notice().id())
            .thenComparing(item -> item.item().code());

    public DueBoard {
        items = List.copyOf(items);
    }

    /**
     * @param counties that fill in a form, by its id; each of them has to report what counties report
     * @param warning how long before it is due something is marked
     * @param grace what is frozen so long after it was due is in time: the figures include the due moment itself, so
     *     nobody can sign them before it
     */
    public static DueBoard of(
            Collection<NoticeCalendar> calendars,
            Collection<FrozenTable> frozen,
            Function<String, List<ReportingUnit>> counties,
            Instant now,
            Duration warning,
            Duration grace) {
        List<DueItem> items = new ArrayList<>();
        for (NoticeCalendar notice : calendars) {
            for (ReportingItem item : notice.items()) {
                boolean byCounty = item.by() == ReportingLevel.COUNTY && item.template() != null;
                List<ReportingUnit> reporting = byCounty
                        ? counties.apply(item.template()).stream()
                                .filter(county -> item.concerns(county.code()))
                                .toList()
                        : List.of();
                Instant after = Instant.MIN;
                for (Instant due : item.dues()) {
                    items.add(item(notice, item, after, due, frozen, reporting, now, warning, grace));
                    after = due;
                }
            }
        }
        items.sort(ORDER);
        return new DueBoard(now, items);
    }

    /** What is still to come; due right now is still due. */
    public List<DueItem> ahead() {
        return items.stream().filter(item -> !item.due().isBefore(now)).toList();
    }

    /** What was due, the latest first. */
    public List<DueItem> behind() {
        List<DueItem> behind = new ArrayList<>(
                items.stream().filter(item -> item.due().isBefore(now)).toList());
        behind.sort(ORDER.reversed());
        return behind;
    }

    /** What is due within the time of early warning and not done. */
    public List<DueItem> soon() {
        return items.stream().filter(item -> item.state() == State.SOON).toList();
    }

    private static DueItem item(
            NoticeCalendar notice,
            ReportingItem item,
            Instant after,
            Instant due,
            Collection<FrozenTable> frozen,
            List<ReportingUnit> reporting,
            Instant now,
            Duration warning,
            Duration grace) {
        List<FrozenTable> tables = frozen.stream()
                .filter(table -> table.key().template().equals(item.template()))
                .filter(table -> item.concerns(table.query().unit()))
                .filter(table -> (item.by() == ReportingLevel.COUNTY)
                        == (table.query().unit().length() == COUNTY_DIGITS))
                .filter(table -> table.query().asOf().isAfter(after)
                        && !table.query().asOf().isAfter(due))
                .filter(table -> !table.signedAt().isAfter(now))
                .sorted(Comparator.comparing(FrozenTable::signedAt))
                .toList();
        Map<String, Instant> first = new HashMap<>();
        tables.forEach(table -> first.putIfAbsent(table.query().unit(), table.signedAt()));
        List<ReportingUnit> missing = reporting.stream()
                .filter(unit -> !first.containsKey(unit.code()))
                .toList();
        if (tables.isEmpty() || !missing.isEmpty()) {
            return new DueItem(notice, item, after, due, open(item, due, now, warning), tables, missing);
        }
        // the first table counts; where all counties report, that of the last of them
        Instant done = reporting.isEmpty() ? tables.get(0).signedAt() : Collections.max(first.values());
        State state = done.isAfter(due.plus(grace)) ? State.DONE_LATE : State.DONE;
        return new DueItem(notice, item, after, due, state, tables, missing);
    }

    private static State open(ReportingItem item, Instant due, Instant now, Duration warning) {
        if (due.isBefore(now)) {
            return item.template() == null ? State.PAST : State.OVERDUE;
        }
        return now.plus(warning).isBefore(due) ? State.OPEN : State.SOON;
    }
}
