package io.chunfeng.intake;

import io.chunfeng.intake.ImportRow.Ignored;
import java.util.List;
import java.util.Map;

/** Rows below the header that are no groups. */
final class SkippedRows {
    private static final List<GroupColumn> SUBSTANCE =
            List.of(GroupColumn.FROM, GroupColumn.TO, GroupColumn.HEADCOUNT, GroupColumn.DAY, GroupColumn.DEPART);
    private static final String TOTAL = "(合计|总计|小计|共计|总共)[:：]?.*";
    private static final String EXAMPLE = "[【(]?(示例|样例|填写示例|例如|例)([】):：].*|)";

    private SkippedRows() {}

    /** Nothing in any known column: rows that only carry a serial number. */
    static boolean blank(Map<String, String> cells) {
        return cells.isEmpty();
    }

    /** Null for a group. @param cells texts by column */
    static Ignored why(Heading heading, Map<String, String> cells, TableRow row) {
        if (row.cells().values().stream()
                .map(value -> Texts.tight(value.shown()))
                .anyMatch(t -> t.matches(EXAMPLE))) {
            return Ignored.EXAMPLE;
        }
        String first = Texts.tight(row.cells().get(row.cells().firstKey()).shown());
        if (first.matches(TOTAL)) {
            return Ignored.TOTAL;
        }
        long repeated = heading.columns().entrySet().stream()
                .filter(column ->
                        heading.headers().get(column.getValue()).equals(Texts.clean(row.shown(column.getValue()))))
                .count();
        if (repeated >= 3) {
            return Ignored.HEADER;
        }
        long filled = SUBSTANCE.stream()
                .filter(column -> cells.containsKey(column.key()))
                .count();
        return filled == 0 || filled == 1 && cells.size() == 1 ? Ignored.NOTE : null;
    }
}
