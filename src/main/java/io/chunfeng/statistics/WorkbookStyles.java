package io.chunfeng.statistics;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks of the cells, in 宋体, which every Chinese office has. */
record WorkbookStyles(CellStyle header, CellStyle words, CellStyle figure, CellStyle note) {

    WorkbookStyles(XSSFWorkbook workbook) {
        this(
                bordered(workbook, HorizontalAlignment.CENTER, true),
                bordered(workbook, HorizontalAlignment.CENTER, false),
                bordered(workbook, HorizontalAlignment.RIGHT, false),
                plain(workbook));
    }

    private static CellStyle bordered(XSSFWorkbook workbook, HorizontalAlignment alignment, boolean heading) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(workbook, heading));
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(heading);
        style.setIndention((short) (alignment == HorizontalAlignment.RIGHT ? 1 : 0));
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        return style;
    }

    private static CellStyle plain(XSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(workbook, false));
        return style;
    }

    private static XSSFFont font(XSSFWorkbook workbook, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) 11);
        font.setBold(bold);
        return font;
    }
}
