package io.chunfeng.intake;

import java.util.SortedMap;

/**
 * One row that is not empty.
 *
 * @param sheet name of the sheet; empty for .csv and JSON
 * @param number as Excel counts, from 1; of .csv the number of the record, of JSON that of the object
 * @param cells by column, from 0; empty cells are left out
 */
public record TableRow(String sheet, int number, SortedMap<Integer, CellValue> cells) {

    /** Null when it is empty. */
    public CellValue cell(int column) {
        return cells.get(column);
    }

    /** What people see; empty when the cell is. */
    public String shown(int column) {
        CellValue value = cells.get(column);
        return value == null ? "" : value.shown();
    }

    /** 0 → A, 25 → Z, 26 → AA. */
    public static String letter(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
