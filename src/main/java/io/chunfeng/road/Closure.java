package io.chunfeng.road;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.time.Instant;

/**
 * 封路: roads that cannot be driven for a time.
 *
 * @param from first moment closed
 * @param until first moment open again, or null while nobody knows
 * @param reason in words, for example 雪
 */
public record Closure(Extent extent, Instant from, Instant until, String reason) {

    /** What is closed. */
    public sealed interface Extent {}

    /**
     * A road between two places, both directions.
     *
     * @param number for example G5; null: the whole fastest way between the two
     */
    public record Road(String number, Place between, Place and) implements Extent {}

    /** Every road within a circle. */
    public record Area(Position centre, int radiusMetres) implements Extent {}

    /** Whether it is in force at any moment of [begin, end). */
    public boolean touches(Instant begin, Instant end) {
        return from.isBefore(end) && (until == null || until.isAfter(begin));
    }
}
