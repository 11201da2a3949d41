package io.chunfeng.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * "每周四18时前": from the previous Thursday 18:00 (excluded) to this Thursday 18:00 (included), in Asia/Shanghai. Not an
 * ISO week, and holidays do not move it. Source: domain.md section 5, rule 7.
 */
public record WeeklyWindow(Instant after, Instant until) {

    /** The window that the moment lies in. */
    public static WeeklyWindow of(Instant moment, DayOfWeek day, LocalTime time) {
        ZonedDateTime local = moment.atZone(ReportingCalendar.ZONE);
        ZonedDateTime until = local.with(TemporalAdjusters.nextOrSame(day)).with(time);
        if (local.isAfter(until)) {
            until = until.plusWeeks(1);
        }
        return new WeeklyWindow(until.minusWeeks(1).toInstant(), until.toInstant());
    }

    public boolean contains(Instant moment) {
        return moment.isAfter(after) && !moment.isAfter(until);
    }
}
