package io.chunfeng.plan;

import io.chunfeng.demand.Group;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;

/** What has happened since a plan was published. */
public sealed interface Change {

    /** More or fewer people. @param wheelchairs part of the headcount */
    record GroupResized(String groupId, int headcount, int wheelchairs) implements Change {}

    record GroupCancelled(String groupId) implements Change {}

    /** Another window: ready later, or expected at another time. */
    record GroupLate(String groupId, Instant earliestDeparture, Instant latestArrival) implements Change {}

    /** Registered after publication; of priority 3 when it must travel. */
    record GroupAdded(Group group) implements Change {}

    /** Coaches of a pool that cannot run during [from, until). */
    record CoachesLost(String poolId, int coaches, Instant from, Instant until) implements Change {}

    /** The coach of one trip cannot run during [from, until); the trip is not run even where it had been pinned. */
    record CoachFailed(String tripId, Instant from, Instant until) implements Change {}

    /** A train or flight does not run. */
    record ServiceCancelled(String serviceId) implements Change {}

    /** Roads closed or opened: other metres and seconds from now on. */
    record RoadsChanged(RoadMatrix matrix) implements Change {}
}
