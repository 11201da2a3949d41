package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * What one trip asks of its coach and of each of its drivers.
 *
 * @param key for words: a trip's id, or the number of its order
 * @param from leaves the depot; busy during [from, until)
 * @param drivers among whom the driving is shared evenly, at least 1
 * @param drives without overlap
 */
public record Work(String key, Instant from, Instant until, int drivers, List<Span> drives) {

    /** Half-open. */
    public record Span(Instant from, Instant to) {}

    public Work {
        drives = List.copyOf(drives);
    }

    boolean overlaps(Work other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
