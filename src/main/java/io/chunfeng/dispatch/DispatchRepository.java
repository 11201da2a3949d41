package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.Map;

/** Which trips of stored plans have run. Writes the ledger, which {@link Ledger} reads. */
public interface DispatchRepository {

    /** The same for a trip that everybody boarded as the plan has it. */
    default void markRan(long planId, String vehicleId, Instant ranAt, Author author) {
        markRan(planId, vehicleId, ranAt, Map.of(), author);
    }

    /**
     * Marks a coach trip, train service or flight of a stored plan as run, with the people who really boarded: who did not
     * come (no-shows) is not carried. Marked again, entries that differ are reversed and new ones added; with the same
     * content nothing is recorded.
     *
     * @param aboard by group id; groups that are not named boarded as the plan has them
     * @throws IllegalArgumentException when more of a group boarded than the plan puts on the trip
     * @throws IllegalStateException with words for the dispatcher when this would carry more people of a group than the
     *     group has, because another plan's trips have carried them already; or when it corrects what was recorded and the
     *     author gives no reason
     */
    void markRan(long planId, String vehicleId, Instant ranAt, Map<String, Aboard> aboard, Author author);

    /**
     * Reverses every entry of the trip; nothing happens when it is not marked.
     *
     * @throws IllegalStateException with words for the dispatcher when the author gives no reason
     */
    void unmarkRan(long planId, String vehicleId, Author author);

    /** Vehicle id to the moment it ran, of one plan. */
    Map<String, Instant> ran(long planId);
}
