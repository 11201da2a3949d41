package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.Map;

/**
 * That a vehicle of a stored plan ran, with the people who really boarded.
 *
 * @param vehicleId of a coach trip, train service or flight
 * @param aboard by group id; groups that are not named boarded as the plan has them
 * @param author whose reason is kept where the mark corrects the ledger
 */
public record RanMark(long planId, String vehicleId, Instant ranAt, Map<String, Aboard> aboard, Author author) {
    public RanMark {
        aboard = Map.copyOf(aboard);
    }
}
