package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * Coach and drivers that a dispatcher chose for a trip of a plan.
 *
 * @param coachId null for none
 * @param version grows by one with each change; a change names the version it was made from, 0 for none
 * @param by login name
 */
public record ChosenAssignment(String tripId, Long coachId, List<Long> driverIds, int version, Instant at, String by) {
    public ChosenAssignment {
        driverIds = List.copyOf(driverIds);
    }
}
