package io.chunfeng.web;

import io.chunfeng.freeze.FrozenCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cells of a table as its page shows them: units below each other, or, where there is only one, its items.
 *
 * @param headings of the columns @param rows each with as many cells
 */
record FrozenGrid(List<FrozenCell> headings, List<Row> rows) {

    /** @param code of the unit @param cells all but its name */
    record Row(String code, String name, List<FrozenCell> cells) {}

    static FrozenGrid of(List<FrozenCell> cells) {
        Map<String, List<FrozenCell>> byRow = new LinkedHashMap<>();
        cells.forEach(cell -> byRow.computeIfAbsent(cell.cell().row(), row -> new ArrayList<>())
                .add(cell));
        List<Row> rows = byRow.entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue().get(0).rowName(), withoutName(row.getValue())))
                .toList();
        return new FrozenGrid(rows.isEmpty() ? List.of() : rows.get(0).cells(), rows);
    }

    private static List<FrozenCell> withoutName(List<FrozenCell> row) {
        FrozenCell first = row.get(0);
        return first.rowName().equals(first.cell().words()) ? row.subList(1, row.size()) : row;
    }

    /** One unit: the items below each other are easier to read. */
    public boolean single() {
        return rows.size() == 1;
    }

    /** As it is written in the table; empty for nothing. */
    static String shown(FrozenCell cell) {
        return cell == null
                ? ""
                : cell.cell().number() == null
                        ? cell.cell().words() == null ? "" : cell.cell().words()
                        : number(cell.cell().number());
    }

    /** 12345.60 → 12,345.6. */
    static String number(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        return String.format(Locale.ROOT, "%,d", new BigDecimal(whole).toBigInteger())
                + (point < 0 ? "" : plain.substring(point));
    }

    /** For the page. */
    public String text(FrozenCell cell) {
        return shown(cell);
    }
}
