package io.chunfeng.freeze;

import java.time.Instant;

/** A trip in force that should have left, of which nothing is recorded. @param leavesAt by the plan */
public record SilentTrip(TripKey trip, String name, Instant leavesAt, int persons) {}
