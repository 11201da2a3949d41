package io.chunfeng.plan;

import java.util.List;

/**
 * A broken hard rule.
 *
 * @param where the trip, journey, group or service concerned
 * @param message what is wrong, with figures
 * @param key of the same in the words of explanations, after "broken."; null where no explanation shows it
 * @param figures for that: numbers, moments, and ids of places
 */
public record Violation(Rule rule, String where, String message, String key, List<Object> figures) {

    public Violation {
        figures = List.copyOf(figures);
    }

    public Violation(Rule rule, String where, String message) {
        this(rule, where, message, null, List.of());
    }
}
