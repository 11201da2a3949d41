package io.chunfeng.day;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A report as somebody enters it.
 *
 * @param sending given by a phone that may send it again; null from whoever sends once
 * @param seen id of the latest event that they knew of, 0 for none
 * @param delayMinutes of {@link Report#LATE}, 0 otherwise
 * @param remark may be null
 * @param boarded with a departure; groups that are not named boarded as expected
 */
public record TripEntry(
        UUID sending,
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

    public TripEntry(
            TripRef trip,
            Report report,
            long seen,
            int delayMinutes,
            Instant happenedAt,
            String remark,
            List<Boarded> boarded) {
        this(null, trip, report, seen, delayMinutes, happenedAt, remark, boarded);
    }

    public TripEntry sentAs(UUID id) {
        return new TripEntry(id, trip, report, seen, delayMinutes, happenedAt, remark, boarded);
    }
}
