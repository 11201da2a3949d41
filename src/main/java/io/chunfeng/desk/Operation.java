package io.chunfeng.desk;

import io.chunfeng.plan.ProblemChange;
import java.time.Instant;

/**
 * What a dispatcher does to a draft by hand. A journey is named by its index in the plan of the draft's version that the
 * operation was made from; whoever applies it to another version is refused.
 */
public sealed interface Operation {

    /** Some or all people of a journey travel elsewhere. @param persons 1 to the journey's headcount */
    record Move(int journey, int persons, Target target) implements Operation {}

    /** People who stay behind travel. @param persons 1 to the unserved people of the group */
    record Board(String groupId, int persons, Target target) implements Operation {}

    /** Two parts out of one, on the same vehicles. @param persons of the new part, less than the journey's headcount */
    record Split(int journey, int persons) implements Operation {}

    /** All of a journey's people travel with those of another journey of the same group, as one part. */
    record Join(int journey, int into) implements Operation {}

    /** Everybody on one coach trip travels on another; the first is gone. */
    record MergeTrips(String tripId, String intoTripId) implements Operation {}

    /** The trip is run by a coach of another pool. */
    record ChangePool(String tripId, String poolId) implements Operation {}

    /** The trip leaves its first boarding place at this moment. */
    record ChangeDeparture(String tripId, Instant departure) implements Operation {}

    /** The trip does not run; whoever needs it stays behind. */
    record DropTrip(String tripId) implements Operation {}

    /** The trip, its people and all their other trips stay as they are in 继续优化, and by hand until it is released. */
    record Pin(String tripId) implements Operation {}

    record Unpin(String tripId) implements Operation {}

    /** A remedy: the draft's problem is changed, and these people travel as that allows. */
    record Remedy(String groupId, ProblemChange change) implements Operation {}

    /** The plan of a stored plan takes the place of the draft's, as 继续优化 ends. */
    record Replace(long planId) implements Operation {}
}
