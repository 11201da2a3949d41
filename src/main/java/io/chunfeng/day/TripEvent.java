package io.chunfeng.day;

import java.time.Instant;
import java.util.List;

/**
 * One report of a trip. Events are only ever added; the latest is in force, and one that corrects says why.
 *
 * @param planId the plan in force when it was recorded; a later plan may run the same trip on
 * @param delayMinutes of {@link Report#LATE}, 0 otherwise
 * @param happenedAt as told; never after it was recorded
 * @param remark may be null; the reason of a correction
 * @param boarded by group, with a departure; empty otherwise
 */
public record TripEvent(
        long id,
        long planId,
        String vehicle,
        Report report,
        int delayMinutes,
        Instant happenedAt,
        String remark,
        boolean correction,
        String recordedBy,
        Instant recordedAt,
        List<Boarded> boarded) {
    public TripEvent {
        boarded = List.copyOf(boarded);
    }
}
