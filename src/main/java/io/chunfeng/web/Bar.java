package io.chunfeng.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A line of a bar table.
 *
 * @param width of the bar in percent of the longest, 0 to 100
 */
record Bar(String label, int persons, int groups, int width) {

    /** Longest first. @param figures persons and groups by label */
    static List<Bar> of(Map<String, int[]> figures) {
        int longest = figures.values().stream().mapToInt(f -> f[0]).max().orElse(0);
        return figures.entrySet().stream()
                .map(e -> new Bar(
                        e.getKey(),
                        e.getValue()[0],
                        e.getValue()[1],
                        longest == 0 ? 0 : 100 * e.getValue()[0] / longest))
                .sorted(Comparator.comparingInt(Bar::persons).reversed())
                .toList();
    }
}
