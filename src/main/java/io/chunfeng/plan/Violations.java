package io.chunfeng.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks of one plan find. */
final class Violations {
    private final List<Violation> found = new ArrayList<>();

    void add(Rule rule, String where, String message) {
        found.add(new Violation(rule, where, message));
    }

    /** One that alternatives may show, with its words and their figures; see {@link Violation}. */
    void add(Rule rule, String where, String message, String key, Object... figures) {
        found.add(new Violation(rule, where, message, key, List.of(figures)));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
