package io.chunfeng.desk;

import java.time.Instant;
import java.util.Set;

/**
 * One line of a draft's history, which only grows.
 *
 * @param version that it led to
 * @param kind whether it was made, taken back or made again
 * @param operation what was made, taken back or made again
 * @param subject whom it is about, or null where it names no journey
 * @param costFen what it changed the cost by
 * @param persons how many more travel
 * @param vehicles that it changed
 */
public record DraftStep(
        int version,
        Kind kind,
        Operation operation,
        Subject subject,
        String by,
        Instant at,
        long costFen,
        int persons,
        Set<String> vehicles) {

    public enum Kind {
        DONE,
        UNDONE,
        REDONE
    }

    public DraftStep {
        vehicles = Set.copyOf(vehicles);
    }
}
