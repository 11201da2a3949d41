package io.chunfeng.dispatch;

import java.util.List;

/**
 * @param trip id of the trip it is about
 * @param figures for the words
 */
public record AssignmentFinding(String trip, AssignmentRule rule, List<String> figures) {
    public AssignmentFinding {
        figures = List.copyOf(figures);
    }
}
