package io.chunfeng.statistics;

import io.chunfeng.statistics.ReportingMoment.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a table is due. Dates and times of day are of Asia/Shanghai.
 *
 * @param firstDay of the campaign, null when the notice names none
 * @param lastDay of the campaign, likewise
 * @param weekly null for a table that is not reported weekly
 * @param dates reports due on a date, which includes the whole of that date
 */
public record ReportingCalendar(LocalDate firstDay, LocalDate lastDay, Weekly weekly, List<DueDate> dates) {

    /** No daylight saving time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** @param after weekly reports begin on the first such day after this date, and end with the campaign */
    public record Weekly(DayOfWeek day, LocalTime time, LocalDate after) {
        public Weekly {
            if (day == null || time == null || after == null) {
                throw new TemplateFault(TemplateFault.Code.WEEKLY_PARTS);
            }
        }
    }

    public record DueDate(Kind kind, LocalDate date, String text) {
        public DueDate {
            if (kind == null || date == null) {
                throw new TemplateFault(TemplateFault.Code.DUE_DATE);
            }
        }
    }

    public ReportingCalendar {
        if (weekly != null && (firstDay == null || lastDay == null)) {
            throw new TemplateFault(TemplateFault.Code.WEEKLY_DAYS);
        }
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
            throw new TemplateFault(TemplateFault.Code.DAYS_ORDER, firstDay, lastDay);
        }
        dates = List.copyOf(dates);
    }

    /** All moments, in order. */
    public List<ReportingMoment> moments() {
        Stream<ReportingMoment> reports =
                dates.stream().map(due -> new ReportingMoment(due.kind, endOf(due.date), due.text));
        return Stream.concat(weeks(), reports)
                .sorted(Comparator.comparing(ReportingMoment::due))
                .toList();
    }

    private Stream<ReportingMoment> weeks() {
        if (weekly == null) {
            return Stream.empty();
        }
        LocalDate first = weekly.after.with(TemporalAdjusters.next(weekly.day));
        return first.isAfter(lastDay)
                ? Stream.empty()
                : first.datesUntil(lastDay.plusDays(1), Period.ofWeeks(1))
                        .map(date -> new ReportingMoment(
                                Kind.WEEKLY,
                                date.atTime(weekly.time).atZone(ZONE).toInstant(),
                                "每周更新"));
    }

    /** The moment that is due next; one that is due right now is still due. Empty after the last. */
    public Optional<ReportingMoment> nextDue(Instant now) {
        return moments().stream().filter(moment -> !moment.due().isBefore(now)).findFirst();
    }

    /** What a reader wants to see first: the figures of now, after the last due moment those of that moment. */
    public Instant current(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant last = moments().stream()
                .map(ReportingMoment::due)
                .max(Comparator.naturalOrder())
                .orElse(second);
        return second.isBefore(last) ? second : last;
    }

    /** The week that the moment is reported in; only for a table that is reported weekly. */
    public WeeklyWindow week(Instant moment) {
        return WeeklyWindow.of(moment, weekly.day, weekly.time);
    }

    /** "前" on a date includes that date: its last microsecond, the finest that the database keeps. */
    static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
