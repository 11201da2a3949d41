package io.chunfeng.desk;

/** Where people of a plan are to travel. */
public sealed interface Target {

    /** A coach trip that is in the plan. */
    record OnTrip(String tripId) implements Target {}

    /** A new trip of a coach of this pool. */
    record OnNewTrip(String poolId) implements Target {}

    /** A train or flight, with feeders where they need them. */
    record OnService(String serviceId) implements Target {}

    /** Nowhere: they stay behind. */
    record Off() implements Target {}
}
