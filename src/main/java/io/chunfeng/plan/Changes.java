package io.chunfeng.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What to plan anew for.
 *
 * @param asOf now: what has begun before it stays as it is
 * @param pinnedTrips ids of published coach trips that must run although they have not begun
 */
public record Changes(Instant asOf, Set<String> pinnedTrips, List<Change> changes) {
    public Changes {
        pinnedTrips = Set.copyOf(pinnedTrips);
        changes = List.copyOf(changes);
    }
}
