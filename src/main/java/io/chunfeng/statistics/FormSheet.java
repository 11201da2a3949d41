package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTable.Amount;
import io.chunfeng.statistics.StatisticsTable.Cell;
import io.chunfeng.statistics.StatisticsTable.Figure;
import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import io.chunfeng.statistics.StatisticsTable.Words;
import io.chunfeng.statistics.StatisticsTemplate.CityName;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes head, header, figures and foot of a form. */
record FormSheet(StatisticsTable table, XSSFSheet sheet, WorkbookStyles styles) {
    /** Of a data row, in points: a line of text with room for a pen. */
    private static final float ROW_POINTS = 24;

    void write() {
        StatisticsTemplate template = table.template();
        if (template.layout() != FormLayout.ROWS) {
            writeHead();
        }
        writeHeader();
        if (template.layout() == FormLayout.ITEMS) {
            writeItems();
        } else {
            table.rows().forEach(row -> writeRow(row.cells()));
        }
        if (!template.footer().isEmpty()) {
            Row foot = sheet.createRow(sheet.getLastRowNum() + 1);
            foot.setHeightInPoints(ROW_POINTS);
            words(foot, 0, FormWords.footer(template));
            merge(new HeaderCell("", foot.getRowNum(), 0, 1, FormWords.width(template)));
        }
        setWidths();
    }

    private void writeHead() {
        HeaderCell title = FormWords.title(table);
        Row first = sheet.createRow(0);
        first.setHeightInPoints(36);
        XSSFCell cell = (XSSFCell) first.createCell(0);
        cell.setCellStyle(styles.title());
        cell.setCellValue(title.text());
        merge(title);
        Row second = sheet.createRow(1);
        second.setHeightInPoints(ROW_POINTS);
        words(second, 0, FormWords.unit(table.unit()));
        words(
                second,
                FormWords.reportedOnColumn(table.template()),
                FormWords.reportedOn(table.counted().asOf()));
    }

    private void words(Row row, int column, String text) {
        var cell = row.createCell(column);
        cell.setCellStyle(styles.note());
        cell.setCellValue(text);
    }

    private void writeHeader() {
        FormGrid grid = FormGrid.of(table.template());
        boolean items = grid.layout() == FormLayout.ITEMS;
        for (int r = grid.headerRow(); r < grid.firstRow(); r++) {
            Row row = sheet.createRow(r);
            row.setHeightInPoints(items ? ROW_POINTS : r == grid.headerRow() ? 30 : 78);
            // Every cell of a merged region needs the style: borders are drawn cell by cell.
            for (int c = 0; c < FormWords.width(table.template()); c++) {
                row.createCell(c).setCellStyle(styles.header());
            }
        }
        for (HeaderCell cell : FormWords.header(table)) {
            sheet.getRow(cell.row()).getCell(cell.column()).setCellValue(cell.text());
            merge(cell);
        }
    }

    private void merge(HeaderCell cell) {
        if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(
                    cell.row(), cell.row() + cell.rowSpan() - 1, cell.column(), cell.column() + cell.columnSpan() - 1));
        }
    }

    private void writeItems() {
        List<Cell> cells = table.rows().get(0).cells();
        for (FormWords.Item item : FormWords.items(table.template())) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.setHeightInPoints(ROW_POINTS);
            var text = row.createCell(0);
            text.setCellStyle(styles.item(item.level()));
            text.setCellValue(item.text());
            write(row, 1, cells.get(item.number() - 1));
        }
    }

    private void writeRow(List<Cell> cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        row.setHeightInPoints(ROW_POINTS);
        for (int c = 0; c < cells.size(); c++) {
            write(row, c, cells.get(c));
        }
    }

    private void write(Row row, int column, Cell cell) {
        var written = row.createCell(column);
        written.setCellStyle(cell instanceof Words ? styles.words() : styles.figure());
        if (cell instanceof Words words) {
            written.setCellValue(words.text());
        } else if (cell instanceof Figure figure) {
            written.setCellValue(figure.value());
        } else if (cell instanceof Amount amount) {
            written.setCellValue(amount.value().doubleValue());
        }
    }

    /** In characters of the default font, 1/256 each; a Chinese character takes two. */
    private void setWidths() {
        if (table.template().layout() == FormLayout.ITEMS) {
            sheet.setColumnWidth(0, 60 * 256);
            sheet.setColumnWidth(1, 26 * 256);
            return;
        }
        List<Column> leaves = table.template().leaves();
        for (int c = 0; c < leaves.size(); c++) {
            sheet.setColumnWidth(c, characters(leaves.get(c)) * 256);
        }
    }

    private static int characters(Column column) {
        if (column.source() instanceof CityName) {
            return 10;
        }
        if (column.unit() == null) {
            return 22;
        }
        int length = column.text().length();
        return length > 30 ? 20 : length > 16 ? 14 : 9;
    }
}
