package io.chunfeng.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * People who leave on each day of the season.
 *
 * <p>The days add up to the cumulative figures of the eight Thursdays: 02-15 4,600; 02-22 9,400; 02-29 13,600;
 * 03-07 16,700; 03-14 19,000; 03-21 20,500; 03-28 21,500; 04-04 22,000. Any 14 days meet at most three of those weeks,
 * so at most 12,100 of the 18,000 返岗 fall into two weeks; the busiest two weeks here are below that.
 */
record Season(LocalDate firstDay, int[] peopleByDay) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final Season HOMEWARD = new Season(LocalDate.of(2024, 1, 25), new int[][] {
        {50, 100, 150, 150, 200, 250, 300},
        {350, 400, 400, 450, 400, 350, 250},
        {150, 50}
    });

    /** Until Thursday 02-15, then one row a week, Friday to Thursday; the peak weekend is 02-17 and 02-18. */
    static final Season TO_WORK = new Season(LocalDate.of(2024, 2, 12), new int[][] {
        {100, 150, 150, 200},
        {300, 1850, 1850, 350, 200, 150, 100},
        {500, 900, 1000, 700, 500, 350, 250},
        {500, 800, 700, 400, 300, 200, 200},
        {300, 500, 500, 400, 250, 200, 150},
        {200, 350, 350, 200, 150, 150, 100},
        {150, 250, 200, 150, 100, 100, 50},
        {100, 100, 100, 50, 50, 50, 50}
    });

    private Season(LocalDate firstDay, int[][] peopleByWeek) {
        this(firstDay, Arrays.stream(peopleByWeek).flatMapToInt(Arrays::stream).toArray());
    }

    LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    static Instant startOf(LocalDate day) {
        return at(day, 0);
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    /** Tables are due on Thursdays at 18:00; whoever leaves later that day counts in the next week. */
    static boolean isDueDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.THURSDAY;
    }
}
