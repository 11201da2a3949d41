package io.chunfeng.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The table as .xlsx. Of a table by city the header rows are the sheet's first rows, so that the merges are those of the
 * official form (A1:A2, B1:F1, …) and the title is the sheet's name and the printed page's heading; a form of one unit
 * begins with its title and who reports when. The notes stand below.
 */
public final class StatisticsWorkbook {
    private StatisticsWorkbook() {}

    /** Writes the same bytes for the same table. Does not close the stream. */
    public static void write(StatisticsTable table, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(sheetName(table.template()));
            WorkbookStyles styles = new WorkbookStyles(workbook);
            new FormSheet(table, sheet, styles).write();
            writeNotes(sheet, table, styles);
            setPage(sheet, table);
            setProperties(workbook, table);
            workbook.write(bytes);
        }
        SteadyZip.copy(bytes.toByteArray(), out);
    }

    /** A sheet's name has 31 characters at most and may not have some. */
    static String sheetName(StatisticsTemplate template) {
        return WorkbookUtil.createSafeSheetName(template.title());
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

    private static void setPage(XSSFSheet sheet, StatisticsTable table) {
        FormGrid grid = FormGrid.of(table.template());
        boolean byCity = grid.layout() == FormLayout.ROWS;
        sheet.createFreezePane(byCity ? 1 : 0, grid.firstRow());
        if (byCity) {
            sheet.setRepeatingRows(new CellRangeAddress(0, grid.firstRow() - 1, -1, -1));
        }
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(grid.layout() != FormLayout.ITEMS);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        if (byCity) {
            // The font name follows the size: a title that begins with a year would be read as part of the size.
            sheet.getHeader().setCenter("&16&\"宋体,加粗\"" + table.template().title());
        }
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
