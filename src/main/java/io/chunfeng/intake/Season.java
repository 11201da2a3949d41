package io.chunfeng.intake;

import io.chunfeng.demand.Campaign;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** The days of a campaign: which year a date without one means, and whether a date lies in it. */
record Season(LocalDate first, LocalDate last, LocalDate springFestival) {
    /** Who leaves on the last day arrives some days later. */
    private static final int DAYS_OF_TRAVEL = 5;

    static Season of(Campaign campaign) {
        return new Season(campaign.firstDay(), campaign.lastDay(), campaign.springFestival());
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last.plusDays(DAYS_OF_TRAVEL));
    }

    /** In the year in which the day lies in the season; else nearest to the Spring Festival. Empty for 02-30. */
    Optional<LocalDate> withYear(int month, int dayOfMonth) {
        return IntStream.rangeClosed(first.getYear(), last.getYear() + 1)
                .mapToObj(year -> dayOf(year, month, dayOfMonth))
                .flatMap(Optional::stream)
                .min((one, other) -> holds(one) != holds(other)
                        ? Boolean.compare(holds(other), holds(one))
                        : Long.compare(fromFestival(one), fromFestival(other)));
    }

    /** The same day in a year in which it lies in the season. */
    Optional<LocalDate> sameDayInside(LocalDate day) {
        return withYear(day.getMonthValue(), day.getDayOfMonth()).filter(this::holds);
    }

    static Optional<LocalDate> dayOf(int year, int month, int dayOfMonth) {
        boolean exists = year >= 1
                && year <= 9999
                && month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, dayOfMonth)) : Optional.empty();
    }

    private long fromFestival(LocalDate day) {
        return Math.abs(day.toEpochDay() - springFestival.toEpochDay());
    }
}
