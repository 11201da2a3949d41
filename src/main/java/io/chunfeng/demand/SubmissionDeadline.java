package io.chunfeng.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * 登记截止: groups are handed in by the end of the day that many days before they leave. Later ones are marked 逾期.
 *
 * @param days 0 to {@link #MOST_DAYS}; 0 means until the end of the day of departure
 */
public record SubmissionDeadline(int days) {
    public static final int MOST_DAYS = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public SubmissionDeadline {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days before departure: 0 to " + MOST_DAYS + ", not " + days);
        }
    }

    /** The last day on which a group that leaves that day is in time. */
    public LocalDate lastDay(LocalDate departure) {
        return departure.minusDays(days);
    }

    public boolean late(Instant submittedAt, LocalDate departure) {
        return submittedAt.atZone(ZONE).toLocalDate().isAfter(lastDay(departure));
    }
}
