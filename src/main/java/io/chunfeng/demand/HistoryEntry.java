package io.chunfeng.demand;

import java.time.Instant;

/**
 * One change of one group. Entries are only ever added.
 *
 * @param actor login name, or {@link Actor#PROGRAM_LOGIN}
 * @param from null where the group began
 * @param before figures, where they were changed; otherwise null
 * @param after figures, where they were changed or first registered; otherwise null
 * @param note why; may be null
 */
public record HistoryEntry(
        String groupId,
        int version,
        Instant at,
        String actor,
        GroupState from,
        GroupState to,
        Group before,
        Group after,
        String note) {}
