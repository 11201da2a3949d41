package io.chunfeng.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Plain sheets of text and whole numbers: a grey head that stays in sight. Text cells are text, so nothing is ever calculated. */
public final class TextWorkbook {
    private static final int CHARACTER = 256;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 48;
    private static final int LONGEST_TEXT = 32_767;

    private TextWorkbook() {}

    /**
     * @param head titles of the columns
     * @param rows cells are strings or whole numbers; null for an empty one
     */
    public record Sheet(String name, List<String> head, List<List<Object>> rows) {}

    public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle head = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
            head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            for (Sheet sheet : sheets) {
                write(sheet, workbook.createSheet(sheet.name()), text, head);
            }
            workbook.write(out);
        }
    }

    private static void write(Sheet from, XSSFSheet sheet, CellStyle text, CellStyle head) {
        XSSFRow titles = sheet.createRow(0);
        for (int c = 0; c < from.head().size(); c++) {
            int column = c;
            titles.createCell(c).setCellValue(from.head().get(c));
            titles.getCell(c).setCellStyle(head);
            sheet.setDefaultColumnStyle(c, text);
            int longest = from.rows().stream()
                    .map(row -> row.get(column))
                    .mapToInt(value -> value == null ? 0 : width(value.toString()))
                    .max()
                    .orElse(0);
            int characters = Math.max(width(from.head().get(c)), longest) + 2;
            sheet.setColumnWidth(c, Math.min(WIDEST, Math.max(NARROWEST, characters)) * CHARACTER);
        }
        for (List<Object> values : from.rows()) {
            XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int c = 0; c < values.size(); c++) {
                Object value = values.get(c);
                if (value instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else if (value != null) {
                    String cell = value.toString();
                    row.createCell(c).setCellValue(cell.substring(0, Math.min(cell.length(), LONGEST_TEXT)));
                    row.getCell(c).setCellStyle(text);
                }
            }
        }
        sheet.createFreezePane(1, 1);
    }

    /** A Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints().map(sign -> sign > 0x2E80 ? 2 : 1).sum();
    }
}
