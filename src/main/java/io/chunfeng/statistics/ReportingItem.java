package io.chunfeng.statistics;

import io.chunfeng.statistics.ReportingMoment.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a notice wants reported, and when. Dates and times of day are of Asia/Shanghai; no holiday moves them.
 *
 * @param code unique in its notice
 * @param text what is reported, in Chinese
 * @param by who reports @param to whom
 * @param within code of the province or city whose units report it; null for all that fill in the form
 * @param template id of the table that is reported; null for words
 * @param weekly null for none
 * @param dates due on these dates, which includes the whole of each
 * @param note what the notice leaves open, in Chinese; null for nothing
 */
public record ReportingItem(
        String code,
        String text,
        Kind kind,
        ReportingLevel by,
        ReportingLevel to,
        String within,
        String template,
        Weekly weekly,
        List<LocalDate> dates,
        String note) {

    /**
     * @param time of day, itself included; null for the end of the day
     * @param from first day that may be one @param until last day that may be one
     */
    public record Weekly(DayOfWeek day, LocalTime time, LocalDate from, LocalDate until) {
        List<Instant> dues() {
            List<Instant> dues = new ArrayList<>();
            LocalDate date = from.with(TemporalAdjusters.nextOrSame(day));
            for (; !date.isAfter(until); date = date.plusWeeks(1)) {
                dues.add(
                        time == null
                                ? ReportingCalendar.endOf(date)
                                : date.atTime(time)
                                        .atZone(ReportingCalendar.ZONE)
                                        .toInstant());
            }
            return dues;
        }
    }

    public ReportingItem {
        if (code == null || code.isBlank() || text == null || text.isBlank()) {
            throw new IllegalArgumentException("an item of a calendar needs a code and a text");
        }
        if (kind == null || by == null || to == null) {
            throw new IllegalArgumentException("item " + code + " needs kind, by and to");
        }
        if (within != null && !within.matches("[0-9]{2}|[0-9]{4}")) {
            throw new IllegalArgumentException("item " + code + ": within is no code of a province or city: " + within);
        }
        dates = dates == null ? List.of() : List.copyOf(dates);
        if (weekly != null
                && (weekly.day == null
                        || weekly.from == null
                        || weekly.until == null
                        || weekly.from.isAfter(weekly.until))) {
            throw new IllegalArgumentException(
                    "item " + code + ": weekly needs day, from and until, in this order of time");
        }
        if (weekly == null && dates.isEmpty()) {
            throw new IllegalArgumentException("item " + code + " is never due");
        }
    }

    /** Whether a table of this unit may be the one that is due. */
    public boolean concerns(String unit) {
        return within == null || unit.startsWith(within);
    }

    /** All its moments, in order. */
    public List<Instant> dues() {
        Stream<Instant> weeks = weekly == null ? Stream.of() : weekly.dues().stream();
        return Stream.concat(weeks, dates.stream().map(ReportingCalendar::endOf))
                .sorted()
                .distinct()
                .toList();
    }
}
