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

    /** Who boarded by the reports of one trip, oldest first; empty while it has not left, or when nobody counted. */
    public static List<Boarded> counted(List<TripEvent> events) {
        List<Boarded> counted = List.of();
        for (TripEvent event : events) {
            counted = switch (event.report()) {
                case DEPARTED -> event.boarded();
                case ARRIVED -> event.boarded().isEmpty() ? counted : event.boarded();
                case LATE -> counted;
                case PLANNED, ASSEMBLING, CANCELLED -> List.of();
            };
        }
        return counted;
    }
}
