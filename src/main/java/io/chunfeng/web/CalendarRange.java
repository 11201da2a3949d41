package io.chunfeng.web;

import io.chunfeng.demand.Campaign;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** The days a calendar shows: a week from Monday, or a month. */
record CalendarRange(LocalDate first, boolean month) {

    /**
     * @param typed any day of the range, as in the address; null or unreadable for today, or for the peak of a campaign
     *     that is over or has not begun
     */
    static CalendarRange of(String typed, boolean month, Campaign campaign, LocalDate today) {
        LocalDate day = read(typed);
        if (day == null) {
            boolean within =
                    campaign == null || !today.isBefore(campaign.firstDay()) && !today.isAfter(campaign.lastDay());
            day = within ? today : campaign.peakFrom();
        }
        return new CalendarRange(
                month ? day.withDayOfMonth(1) : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), month);
    }

    private static LocalDate read(String typed) {
        try {
            LocalDate day = typed == null ? null : LocalDate.parse(typed.strip());
            return day == null || day.getYear() < 1990 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    public LocalDate end() {
        return month ? first.plusMonths(1) : first.plusWeeks(1);
    }

    public LocalDate previous() {
        return month ? first.minusMonths(1) : first.minusWeeks(1);
    }

    public List<LocalDate> days() {
        return Stream.iterate(first, day -> day.isBefore(end()), day -> day.plusDays(1))
                .toList();
    }
}
