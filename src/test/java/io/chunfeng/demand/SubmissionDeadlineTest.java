package io.chunfeng.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SubmissionDeadlineTest {
    private static final LocalDate DEPARTURE = LocalDate.of(2024, 2, 17);
    private static final SubmissionDeadline THREE_DAYS = new SubmissionDeadline(3);

    @Test
    void lastMomentOfTheLastDayIsInTime() {
        assertThat(THREE_DAYS.lastDay(DEPARTURE)).isEqualTo(LocalDate.of(2024, 2, 14));
        assertThat(THREE_DAYS.late(Instant.parse("2024-02-14T23:59:59+08:00"), DEPARTURE))
                .isFalse();
    }

    @Test
    void midnightOfShanghaiIsLate() {
        assertThat(THREE_DAYS.late(Instant.parse("2024-02-15T00:00:00+08:00"), DEPARTURE))
                .isTrue();
    }

    /** The naive reading takes the day of UTC: 16:00 there is the next day here. */
    @Test
    void dayIsThatOfShanghai() {
        assertThat(THREE_DAYS.late(Instant.parse("2024-02-14T15:59:59Z"), DEPARTURE))
                .isFalse();
        assertThat(THREE_DAYS.late(Instant.parse("2024-02-14T16:00:00Z"), DEPARTURE))
                .isTrue();
    }

    @Test
    void noDaysMeansUntilTheDayOfDepartureIsOver() {
        SubmissionDeadline same = new SubmissionDeadline(0);
        assertThat(same.late(Instant.parse("2024-02-17T23:00:00+08:00"), DEPARTURE))
                .isFalse();
        assertThat(same.late(Instant.parse("2024-02-18T00:00:00+08:00"), DEPARTURE))
                .isTrue();
    }

    @Test
    void daysHaveLimits() {
        assertThat(new SubmissionDeadline(60).days()).isEqualTo(60);
        assertThatThrownBy(() -> new SubmissionDeadline(61)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SubmissionDeadline(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
