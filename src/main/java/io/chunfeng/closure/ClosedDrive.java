package io.chunfeng.closure;

import java.time.Instant;

/**
 * A drive of a planned coach trip that would use a closed road while it is closed. Rests on the way are within it.
 *
 * @param from id of the place where the drive begins
 * @param to id of the place where it ends
 * @param cutOff there is no other way
 */
public record ClosedDrive(
        String trip, String from, String to, Instant begin, Instant end, boolean loaded, boolean cutOff) {}
