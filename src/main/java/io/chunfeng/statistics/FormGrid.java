package io.chunfeng.statistics;

import org.apache.poi.ss.util.CellReference;

/**
 * Where on the sheet a form puts what; rows and columns are counted from 0.
 *
 * @param headerRow first row of the header
 * @param firstRow of the data
 */
record FormGrid(FormLayout layout, int headerRow, int firstRow) {
    /** Title, and who reports when. */
    private static final int HEAD_ROWS = 2;

    static FormGrid of(StatisticsTemplate template) {
        return switch (template.layout()) {
            case ROWS -> new FormGrid(template.layout(), 0, template.headerRows());
            case ITEMS -> new FormGrid(template.layout(), HEAD_ROWS, HEAD_ROWS + 1);
            case SHEET -> new FormGrid(template.layout(), HEAD_ROWS, HEAD_ROWS + template.headerRows());
        };
    }

    /** @param row of the table, from 0 @param number of the column, from 1 */
    int row(int row, int number) {
        return layout == FormLayout.ITEMS ? firstRow + number - 1 : firstRow + row;
    }

    int column(int number) {
        return layout == FormLayout.ITEMS ? 1 : number - 1;
    }

    String address(int row, int number) {
        return onSheet(row(row, number), column(number));
    }

    /** @param row of the sheet, from 0, like the column */
    static String onSheet(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }
}
