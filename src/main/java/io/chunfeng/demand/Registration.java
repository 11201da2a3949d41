package io.chunfeng.demand;

import java.time.Instant;

/**
 * A group as it is registered.
 *
 * @param version grows by one with each change; a change states the version it was made from, so that nobody's is lost
 */
public record Registration(Group group, GroupState state, int version, Instant changedAt) {}
