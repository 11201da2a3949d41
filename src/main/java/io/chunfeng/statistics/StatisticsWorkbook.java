package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTable.Cell;
import io.chunfeng.statistics.StatisticsTable.Figure;
import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import io.chunfeng.statistics.StatisticsTable.Words;
import io.chunfeng.statistics.StatisticsTemplate.CityName;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The table as .xlsx: the header rows are the sheet's first rows, so that the merges are those of the official form
 * (A1:A2, B1:F1, …); the title is the sheet's name and the printed page's heading; the notes stand below the table.
 */
public final class StatisticsWorkbook {
    /** Of a data row, in points: a line of text with room for a pen. */
    private static final float ROW_POINTS = 24;

    private StatisticsWorkbook() {}

    /** Writes the same bytes for the same table. Does not close the stream. */
    public static void write(StatisticsTable table, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(table.template().title());
            WorkbookStyles styles = new WorkbookStyles(workbook);
            writeHeader(sheet, table, styles);
            writeRows(sheet, table, styles);
            writeNotes(sheet, table, styles);
            setWidths(sheet, table.template().leaves());
            setPage(sheet, table);
            setProperties(workbook, table);
            workbook.write(bytes);
        }
        SteadyZip.copy(bytes.toByteArray(), out);
    }

    private static void writeHeader(XSSFSheet sheet, StatisticsTable table, WorkbookStyles styles) {
        int columns = table.template().leaves().size();
        for (int r = 0; r < table.template().headerRows(); r++) {
            Row row = sheet.createRow(r);
            row.setHeightInPoints(r == 0 ? 30 : 78);
            // Every cell of a merged region needs the style: borders are drawn cell by cell.
            for (int c = 0; c < columns; c++) {
                row.createCell(c).setCellStyle(styles.header());
            }
        }
        for (HeaderCell cell : table.header()) {
            sheet.getRow(cell.row()).getCell(cell.column()).setCellValue(cell.text());
            if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
                sheet.addMergedRegion(new CellRangeAddress(
                        cell.row(),
                        cell.row() + cell.rowSpan() - 1,
                        cell.column(),
                        cell.column() + cell.columnSpan() - 1));
            }
        }
    }

    private static void writeRows(XSSFSheet sheet, StatisticsTable table, WorkbookStyles styles) {
        for (StatisticsTable.Row data : table.rows()) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.setHeightInPoints(ROW_POINTS);
            for (Cell cell : data.cells()) {
                var written = row.createCell(Math.max(0, row.getLastCellNum()));
                written.setCellStyle(cell instanceof Words ? styles.words() : styles.figure());
                if (cell instanceof Words words) {
                    written.setCellValue(words.text());
                } else if (cell instanceof Figure figure) {
                    written.setCellValue(figure.value());
                }
            }
        }
    }

    private static void writeNotes(XSSFSheet sheet, StatisticsTable table, WorkbookStyles styles) {
        int first = sheet.getLastRowNum() + 2;
        List<String> notes = StatisticsNotes.chinese(table);
        for (int i = 0; i < notes.size(); i++) {
            var cell = sheet.createRow(first + i).createCell(0);
            cell.setCellStyle(styles.note());
            cell.setCellValue(notes.get(i));
        }
    }

    /** In characters of the default font, 1/256 each; a Chinese character takes two. */
    private static void setWidths(XSSFSheet sheet, List<Column> leaves) {
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

    private static void setPage(XSSFSheet sheet, StatisticsTable table) {
        int headerRows = table.template().headerRows();
        sheet.createFreezePane(1, headerRows);
        sheet.setRepeatingRows(new CellRangeAddress(0, headerRows - 1, -1, -1));
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        // The font name follows the size: a title that begins with a year would be read as part of the size.
        sheet.getHeader().setCenter("&16&\"宋体,加粗\"" + table.template().title());
        sheet.getFooter().setLeft("&9&\"宋体,常规\"" + table.template().id());
        sheet.getFooter().setRight("&9&\"宋体,常规\"第 &P 页，共 &N 页");
    }

    private static void setProperties(XSSFWorkbook workbook, StatisticsTable table) {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(table.template().title());
        properties.setCreator("春风专运 Chunfeng");
        Date asOf = Date.from(table.counted().asOf());
        properties.setCreated(Optional.of(asOf));
        properties.setModified(Optional.of(asOf));
    }
}
