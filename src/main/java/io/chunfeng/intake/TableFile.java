package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Table reading: rows of .xlsx, .xls, .csv and JSON, one after the other, in the memory of a few of them (.xls: of its bytes).
 * Knows nothing of what the table is about. Hidden sheets are read like others; formulas give the value that was kept with them.
 */
public final class TableFile {
    private TableFile() {}

    /**
     * Hands every row that is not empty to {@code rows}, in order.
     *
     * @return what the file turned out to be
     * @throws TableException when it is no table, or a hostile one; rows may have been handed over before
     */
    public static TableKind read(Path file, TableLimits limits, Consumer<TableRow> rows) {
        try {
            if (Files.size(file) > limits.bytes()) {
                throw new TableException(Reason.TOO_LARGE, Long.toString(limits.megabytes()));
            }
            TableKind kind = TableKind.of(file);
            Consumer<TableRow> counted = new Counted(limits, rows);
            switch (kind) {
                case XLSX -> XlsxRows.read(file, limits, counted);
                case XLS -> XlsRows.read(file, counted);
                case CSV -> CsvRows.read(file, counted);
                case JSON -> JsonRows.read(file, counted);
            }
            return kind;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row without its empty cells. */
    static final class RowBuilder {
        private final String sheet;
        private final int number;
        private final SortedMap<Integer, CellValue> cells = new TreeMap<>();

        RowBuilder(String sheet, int number) {
            this.sheet = sheet;
            this.number = number;
        }

        void add(int column, CellValue value) {
            if (value != null) {
                cells.put(column, value);
            }
        }

        void addText(int column, String text) {
            if (text != null && !text.isBlank()) {
                cells.put(column, new CellValue.Text(text));
            }
        }

        void handTo(Consumer<TableRow> rows) {
            if (!cells.isEmpty()) {
                rows.accept(new TableRow(sheet, number, cells));
            }
        }
    }

    /** Ends a file that does not end. */
    private static final class Counted implements Consumer<TableRow> {
        private final TableLimits limits;
        private final Consumer<TableRow> rows;
        private int seen;

        Counted(TableLimits limits, Consumer<TableRow> rows) {
            this.limits = limits;
            this.rows = rows;
        }

        @Override
        public void accept(TableRow row) {
            if (++seen > limits.rows()) {
                throw new TableException(Reason.TOO_MANY_ROWS, Integer.toString(limits.rows()));
            }
            if (row.cells().lastKey() >= limits.columns()) {
                throw new TableException(Reason.TOO_MANY_COLUMNS, Integer.toString(limits.columns()));
            }
            rows.accept(row);
        }
    }
}
