package io.chunfeng.day;

import java.time.Instant;
import java.util.List;

/**
 * A report as a dispatcher enters it.
 *
 * @param seen id of the latest event that they knew of, 0 for none
 * @param delayMinutes of {@link Report#LATE}, 0 otherwise
 * @param remark may be null
 * @param boarded with a departure; groups that are not named boarded as expected
 */
public record TripEntry(
        TripRef trip,
        Report report,
        long seen,
        int delayMinutes,
        Instant happenedAt,
        String remark,
        List<Boarded> boarded) {
    public TripEntry {
        boarded = List.copyOf(boarded);
        remark = remark == null || remark.isBlank() ? null : remark.strip();
    }
}
