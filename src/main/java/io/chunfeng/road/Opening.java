package io.chunfeng.road;

import java.time.Duration;

/**
 * How far a map is.
 *
 * @param state whether it can be asked
 * @param stage the latest
 * @param done bytes while checking, roads while reading, else 0
 * @param total of the same, or 0 where it is not known
 * @param elapsed since the start, until now or until the end
 * @param failure why it failed, or null
 */
public record Opening(
        State state, OpeningStage stage, long done, long total, Duration elapsed, MapFormatException failure) {

    public enum State {
        PREPARING,
        READY,
        FAILED
    }

    /** Whole per cent of the stage, rounded down, or -1 where the engine does not tell. */
    public int percent() {
        return total <= 0 ? -1 : (int) Math.min(100, 100 * done / total);
    }
}
