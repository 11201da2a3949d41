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
    default void markRan(long planId, String vehicleId, Instant ranAt) {
        markRan(planId, vehicleId, ranAt, Map.of());
    }

    /**
     * The same, with the people who really boarded: who did not come (no-shows) is not carried.
     *
     * @param boarded persons by group id; groups that are not named boarded as the plan has them
     * @throws IllegalArgumentException when more of a group boarded than the plan puts on the trip
     */
    void markRan(long planId, String vehicleId, Instant ranAt, Map<String, Integer> boarded);

    void unmarkRan(long planId, String vehicleId);

    /** Vehicle id to the moment it ran, of one plan. */
    Map<String, Instant> ran(long planId);

    /** Every trip that has run until the given moment (included), over all plans. */
    List<RanTrip> ranTrips(Instant asOf);
}
