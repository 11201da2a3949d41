package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which trips of stored plans have run. Writes the ledger, which {@link Ledger} reads. */
public interface DispatchRepository {

    /** One trip that everybody boarded as the plan has it. */
    default void markRan(long planId, String vehicleId, Instant ranAt, Author author) {
        markRan(planId, vehicleId, ranAt, Map.of(), author);
    }

    default void markRan(long planId, String vehicleId, Instant ranAt, Map<String, Aboard> aboard, Author author) {
        markRan(List.of(new RanMark(planId, vehicleId, ranAt, aboard, author)));
    }

    /**
     * Marks coach trips, train services or flights of stored plans as run, all of them or none: who did not come (no-shows)
     * is not carried. Those who moved (改乘) to one of them by what was reported of other trips are carried on it besides.
     * Marked again, entries that differ are reversed and new ones added; with the same content nothing is recorded.
     *
     * @throws IllegalArgumentException when more of a group boarded than the plan puts on the trip
     * @throws IllegalStateException with words for the dispatcher when this would carry more people of a group than the
     *     group has, because another plan's trips have carried them already; when people moved to a trip without a seat for
     *     them; or when it corrects what was recorded and the author gives no reason
     */
    void markRan(List<RanMark> marks);

    /**
     * Reverses every entry of the trip; nothing happens when it is not marked.
     *
     * @throws IllegalStateException with words for the dispatcher when the author gives no reason
     */
    void unmarkRan(long planId, String vehicleId, Author author);

    /** Vehicle id to the moment it ran, of one plan. */
    Map<String, Instant> ran(long planId);
}
