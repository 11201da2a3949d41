package io.chunfeng.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hours of one driver over all trips: on the edge, one second past it, and where a naive count is wrong. */
class DrivingTimeTest {
    private static final Instant MIDNIGHT = Instant.parse("2024-02-16T16:00:00Z"); // in Asia/Shanghai

    private static Instant at(double hours) {
        return MIDNIGHT.plusSeconds(Math.round(hours * 3600));
    }

    /** Drives during each pair of hours. */
    private static Work work(int drivers, double... hours) {
        List<Work.Span> drives = new ArrayList<>();
        for (int i = 0; i < hours.length; i += 2) {
            drives.add(new Work.Span(at(hours[i]), at(hours[i + 1])));
        }
        return new Work("C", at(hours[0]), at(hours[hours.length - 1]), drivers, drives);
    }

    private static Work longer(Work work, int seconds) {
        List<Work.Span> drives = new ArrayList<>(work.drives());
        Work.Span last = drives.remove(drives.size() - 1);
        drives.add(new Work.Span(last.from(), last.to().plusSeconds(seconds)));
        return new Work(work.key(), work.from(), work.until().plusSeconds(seconds), work.drivers(), drives);
    }

    private static boolean day(Work... works) {
        return DrivingTime.tooMuchInADay(works[0], List.of(works));
    }

    private static boolean week(Work... works) {
        return DrivingTime.tooMuchInAWeek(works[0], List.of(works));
    }

    @Test
    void eightHoursInADayAreAdmittedAndNotASecondMore() {
        Work eight = work(1, 6, 10, 11, 15);
        assertThat(day(eight)).isFalse();
        assertThat(day(longer(eight, 1))).isTrue();
    }

    @Test
    void theDayIsAnyDayNotTheCalendars() {
        Work evening = work(1, 19, 24);
        Work morning = work(1, 24, 27);
        assertThat(day(evening, morning)).isFalse();
        // five hours on either day of the calendar, ten within one night
        assertThat(day(evening, work(1, 24, 29))).isTrue();
        assertThat(day(evening, longer(morning, 1))).isTrue();
    }

    @Test
    void whatLiesADayApartIsNotAddedUp() {
        Work first = work(1, 0, 8);
        assertThat(day(first, work(1, 24, 32))).isFalse();
        assertThat(day(longer(work(1, 24, 32), 1), first))
                .as("too long by itself")
                .isTrue();
        assertThat(day(first, longer(work(1, 24, 32), 1)))
                .as("told there, and not here")
                .isFalse();
        assertThat(DrivingTime.mostSeconds(first, List.of(first, work(1, 23, 31)), DrivingTime.DAY))
                .as("an hour of the one lies within 24 hours of the other")
                .isEqualTo(Duration.ofHours(9).toSeconds());
    }

    @Test
    void drivingIsSharedAmongTheDriversOfATrip() {
        Work sixteen = work(2, 0, 16);
        assertThat(day(sixteen)).isFalse();
        assertThat(day(longer(sixteen, 1))).as("half a second too much").isTrue();
        assertThat(day(work(1, 0, 16))).isTrue();
        // shares of 1/2 and 1/3 without rounding: 4 h + 4 h
        Work half = work(2, 0, 8);
        Work third = work(3, 8, 20);
        assertThat(day(half, third)).isFalse();
        assertThat(day(half, longer(third, 1))).isTrue();
    }

    @Test
    void fortyFourHoursInSevenDaysOverTheBorderOfTheWeek() {
        // 2024-02-17 is a Saturday: eight hours a day from Thursday to Monday, four on Tuesday
        Work[] days = {
            work(1, -48, -40), work(1, -24, -16), work(1, 0, 8), work(1, 24, 32), work(1, 48, 56), work(1, 72, 76)
        };
        assertThat(week(days)).isFalse();
        Work[] more = days.clone();
        more[5] = longer(days[5], 1);
        assertThat(week(more)).isTrue();
        Work[] spread = days.clone();
        spread[5] = work(1, 120, 128);
        assertThat(week(spread))
                .as("the first day has left the window when the last begins")
                .isFalse();
        spread[5] = work(1, 115, 120);
        assertThat(week(spread)).as("45 hours within seven days to the second").isTrue();
    }

    @Test
    void tripsThatEndWhereTheWindowBeginsAreNotMixedIn() {
        Work own = work(1, 200, 204);
        assertThat(DrivingTime.tooMuchInADay(own, List.of(own, work(1, 0, 8), work(1, 9, 12))))
                .as("what is wrong elsewhere is told there")
                .isFalse();
    }
}
