package io.chunfeng.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks of the cells, in 宋体, which every Chinese office has. */
record WorkbookStyles(
        CellStyle header, CellStyle words, CellStyle figure, CellStyle note, CellStyle title, List<CellStyle> items) {
    /** Deeper items look like these. */
    private static final int LEVELS = 3;

    WorkbookStyles(XSSFWorkbook workbook) {
        this(
                bordered(workbook, HorizontalAlignment.CENTER, true),
                bordered(workbook, HorizontalAlignment.CENTER, false),
                bordered(workbook, HorizontalAlignment.RIGHT, false),
                plain(workbook),
                title(workbook),
                IntStream.range(0, LEVELS)
                        .mapToObj(level -> item(workbook, level))
                        .toList());
    }

    /** @param level 0 for an item, more for 其中 */
    CellStyle item(int level) {
        return items.get(Math.min(level, LEVELS - 1));
    }

    private static CellStyle item(XSSFWorkbook workbook, int level) {
        CellStyle style = bordered(workbook, HorizontalAlignment.LEFT, false);
        style.setIndention((short) (2 * level));
        style.setWrapText(true);
        return style;
    }

    private static CellStyle title(XSSFWorkbook workbook) {
        XSSFFont font = font(workbook, true);
        font.setFontHeightInPoints((short) 16);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
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
