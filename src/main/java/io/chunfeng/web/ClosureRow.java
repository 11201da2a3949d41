package io.chunfeng.web;

import io.chunfeng.road.StoredClosure;
import java.time.Instant;

/**
 * A recorded closure, as a row.
 *
 * @param what is closed, in words
 * @param until null: until it is lifted
 * @param liftedAt null while it is not
 */
record ClosureRow(
        long id,
        String what,
        String reason,
        Instant from,
        Instant until,
        StoredClosure.State state,
        Instant recordedAt,
        Instant liftedAt) {

    public boolean lifted() {
        return liftedAt != null;
    }
}
