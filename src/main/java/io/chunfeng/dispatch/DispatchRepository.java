package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which trips of stored plans have run. */
public interface DispatchRepository {

    /**
     * Marks a coach trip, train service or flight of a stored plan as run.
     *
     * @throws IllegalStateException with words for the dispatcher when this would carry more people of a group than the
     *     group has, because another plan's trips have carried them already
     */
    void markRan(long planId, String vehicleId, Instant ranAt);

    void unmarkRan(long planId, String vehicleId);

    /** Vehicle id to the moment it ran, of one plan. */
    Map<String, Instant> ran(long planId);

    /** Every trip that has run until the given moment (included), over all plans. */
    List<RanTrip> ranTrips(Instant asOf);
}
