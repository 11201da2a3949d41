package io.chunfeng.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The header of a table: which column of the sheet is what.
 *
 * @param last number of its last row; data begin below it
 * @param columns places of the known columns, by their keys
 * @param headers what the header says, by place; of columns that mean nothing here too
 */
public record Heading(String sheet, int last, Map<String, Integer> columns, Map<Integer, String> headers) {

    /** -1 where the file has none. */
    public int at(String key) {
        return columns.getOrDefault(key, -1);
    }

    public String header(Column column) {
        return headers.getOrDefault(at(column.key()), column.title());
    }

    /** Headers that mean nothing here. */
    public List<String> unread() {
        List<String> unread = new ArrayList<>();
        headers.forEach((at, header) -> {
            if (!columns.containsValue(at)) {
                unread.add(header);
            }
        });
        return unread;
    }

    /** The best header among a sheet's first rows: one row, or two of which the upper one spans columns. Null without any. */
    static Heading find(List<TableRow> rows, Collection<? extends Column> known) {
        Map<String, String> keys = new HashMap<>();
        for (Column column : known) {
            keys.put(normal(column.key()), column.key());
            keys.put(normal(column.title()), column.key());
            column.synonyms().forEach(name -> keys.putIfAbsent(normal(name), column.key()));
        }
        Heading best = null;
        for (int i = 0; i < rows.size(); i++) {
            best = better(best, of(rows.get(i), Map.of(), keys));
            if (i > 0) {
                best = better(best, of(rows.get(i), spread(rows.get(i - 1), rows.get(i)), keys));
            }
        }
        return best != null && best.columns.size() >= 2 ? best : null;
    }

    private static Heading better(Heading one, Heading other) {
        return one == null || other.columns.size() > one.columns.size() ? other : one;
    }

    /** A merged cell has its text in its first column: it stands for the empty ones to its right too. */
    private static Map<Integer, String> spread(TableRow upper, TableRow lower) {
        Map<Integer, String> texts = new HashMap<>();
        int end = Math.max(upper.cells().lastKey(), lower.cells().lastKey());
        String carried = "";
        for (int c = 0; c <= end; c++) {
            carried = upper.cell(c) == null ? carried : upper.shown(c);
            texts.put(c, carried);
        }
        return texts;
    }

    /** @param above by place; empty for a header of one row */
    private static Heading of(TableRow row, Map<Integer, String> above, Map<String, String> keys) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<Integer, String> headers = new LinkedHashMap<>();
        int end = Math.max(
                row.cells().lastKey(),
                above.keySet().stream().mapToInt(c -> c).max().orElse(0));
        for (int c = 0; c <= end; c++) {
            String upper = above.getOrDefault(c, "");
            String own = row.shown(c);
            if (own.isEmpty() && upper.isEmpty()) {
                continue;
            }
            // 出发 over 日期; or 日期 alone; or a cell merged over both rows
            List<String> readings = own.isEmpty() ? List.of(upper) : List.of(upper + own, own);
            for (String reading : readings) {
                String key = keys.get(normal(reading));
                if (key != null && columns.putIfAbsent(key, c) == null) {
                    break;
                }
            }
            headers.put(c, Texts.clean(own.isEmpty() ? upper : own));
        }
        return new Heading(row.sheet(), row.number(), columns, headers);
    }

    /** 人数（人）, ＊人数： and "人 数" are one header. */
    static String normal(String header) {
        String tight = Texts.tight(header).toLowerCase(Locale.ROOT);
        String bare = tight.replaceAll("[(\\[【].*?[)\\]】]", "").replaceAll("[*:：_.、?？!！\\-/]", "");
        return bare.isEmpty() ? tight : bare;
    }
}
