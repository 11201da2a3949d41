package io.chunfeng.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of figures, the same on the page and as CSV.
 *
 * @param key name of the CSV file
 * @param columns heads with their units
 * @param sum last row, or null
 */
record FigureTable(String key, String caption, List<Column> columns, List<List<Cell>> rows, List<Cell> sum) {

    /** @param figure stands on the right */
    record Column(String text, boolean figure) {}

    /**
     * @param value for the CSV: a text, a number, or empty
     * @param shown on the page
     * @param href what is behind it, or null
     */
    record Cell(Object value, String shown, String href) {

        static Cell text(String text) {
            return new Cell(text, text, null);
        }

        /** Nothing to be seen behind a zero. */
        static Cell count(long number, Format format, String href) {
            return new Cell(number, format.count(number), number == 0 ? null : href);
        }
    }

    FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    byte[] csv() {
        Csv csv = new Csv();
        csv.row(columns.stream().map(column -> (Object) column.text()).toList());
        List<List<Cell>> all = new ArrayList<>(rows);
        if (sum != null) {
            all.add(sum);
        }
        all.forEach(row -> csv.row(row.stream().map(Cell::value).toList()));
        return csv.bytes();
    }
}
