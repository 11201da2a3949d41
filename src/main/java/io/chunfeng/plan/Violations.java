package io.chunfeng.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks of one plan find. */
final class Violations {
    private final List<Violation> found = new ArrayList<>();

    void add(Rule rule, String where, String message) {
        found.add(new Violation(rule, where, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
