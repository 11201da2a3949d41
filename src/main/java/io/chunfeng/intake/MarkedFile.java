package io.chunfeng.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The uploaded file once more as .xlsx, with its problems where they are: colour and comment on the cell, words in a last
 * column. A small .xlsx keeps its looks; others are written anew with the same cells in the same places.
 */
public final class MarkedFile {
    /** Larger ones would need too much memory as a whole. */
    private static final long KEEP_LOOKS_BYTES = 512 << 10;
    /** A file full of problems stays readable by spreadsheet programs. */
    private static final int MOST_COMMENTS = 2_000;

    private static final int COMMENT_COLUMNS = 4;
    private static final int COMMENT_ROWS = 5;

    private final Workbook workbook;
    private final Map<String, Map<Integer, List<Mark>>> marks;
    private final String title;
    private final Map<CellStyle, CellStyle> coloured = new HashMap<>();
    private int comments;

    private MarkedFile(Workbook workbook, Map<String, Map<Integer, List<Mark>>> marks, String title) {
        this.workbook = workbook;
        this.marks = marks;
        this.title = title;
    }

    /** @param column -1 for the row as a whole */
    public record Mark(int column, String text) {}

    /**
     * @param marks by sheet and number of the row
     * @param title of the last column
     */
    public static void write(
            Path file,
            TableKind kind,
            TableLimits limits,
            Map<String, Map<Integer, List<Mark>>> marks,
            String title,
            OutputStream out)
            throws IOException {
        if (kind == TableKind.XLSX && Files.size(file) <= KEEP_LOOKS_BYTES) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                new MarkedFile(workbook, marks, title).markInPlace();
                workbook.write(out);
            }
            return;
        }
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            new MarkedFile(workbook, marks, title).writeAnew(file, kind == TableKind.JSON, limits);
            workbook.write(out);
        }
    }

    private void markInPlace() {
        for (Sheet sheet : workbook) {
            Map<Integer, List<Mark>> ofSheet = marks.getOrDefault(sheet.getSheetName(), Map.of());
            int last = 0;
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        keepValueOnly(cell);
                    }
                }
                last = Math.max(last, row.getLastCellNum());
            }
            int column = Math.min(last, SpreadsheetVersion.EXCEL2007.getLastColumnIndex());
            int first = ofSheet.keySet().stream().mapToInt(n -> n).min().orElse(0);
            for (Map.Entry<Integer, List<Mark>> marked : ofSheet.entrySet()) {
                Row row = sheet.getRow(marked.getKey() - 1);
                mark(sheet, row == null ? sheet.createRow(marked.getKey() - 1) : row, marked.getValue(), column);
            }
            if (first > 1) {
                Row header = sheet.getRow(first - 2) == null ? sheet.createRow(first - 2) : sheet.getRow(first - 2);
                header.createCell(column).setCellValue(title);
                sheet.setColumnWidth(column, 60 * 256);
            }
        }
    }

    /** What goes back out calculates nothing. */
    private static void keepValueOnly(Cell cell) {
        CellType kept = cell.getCachedFormulaResultType();
        String text = kept == CellType.STRING ? cell.getStringCellValue() : null;
        if (kept == CellType.ERROR) {
            text = org.apache.poi.ss.usermodel.FormulaError.forInt(cell.getErrorCellValue())
                    .getString();
        }
        double number = kept == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
        boolean flag = kept == CellType.BOOLEAN && cell.getBooleanCellValue();
        cell.removeFormula();
        if (text != null) {
            cell.setCellValue(text);
        } else if (kept == CellType.BOOLEAN) {
            cell.setCellValue(flag);
        } else {
            cell.setCellValue(number);
        }
    }

    /** The header of JSON is row 0: everything moves down by one. */
    private void writeAnew(Path file, boolean json, TableLimits limits) {
        Map<String, Sheet> sheets = new HashMap<>();
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        TableFile.read(file, limits, table -> {
            String name = table.sheet();
            Sheet sheet = sheets.computeIfAbsent(name, key -> workbook.createSheet(key.isEmpty() ? "Sheet1" : key));
            Row row = sheet.createRow(json ? table.number() : table.number() - 1);
            table.cells().forEach((column, value) -> {
                Cell cell = row.createCell(column);
                if (value instanceof CellValue.Num num) {
                    cell.setCellValue(num.number().doubleValue());
                } else {
                    cell.setCellStyle(text);
                    cell.setCellValue(value.shown());
                }
            });
            List<Mark> found = marks.getOrDefault(name, Map.of()).get(table.number());
            if (found != null) {
                mark(sheet, row, found, table.cells().lastKey() + 1);
            }
        });
    }

    private void mark(Sheet sheet, Row row, List<Mark> found, int lastColumn) {
        StringBuilder words = new StringBuilder();
        for (Mark mark : found) {
            words.append(words.isEmpty() ? "" : "\n").append(mark.text());
            if (mark.column() >= 0) {
                Cell cell = row.getCell(mark.column());
                Cell marked = cell == null ? row.createCell(mark.column()) : cell;
                marked.setCellStyle(coloured.computeIfAbsent(marked.getCellStyle(), this::coloured));
                comment(sheet, marked, mark.text());
            }
        }
        Cell last = row.createCell(lastColumn);
        last.setCellStyle(coloured.computeIfAbsent(last.getCellStyle(), this::coloured));
        last.setCellValue(words.toString());
    }

    private CellStyle coloured(CellStyle of) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(of);
        style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private void comment(Sheet sheet, Cell cell, String text) {
        if (++comments > MOST_COMMENTS) {
            return;
        }
        cell.removeCellComment();
        CreationHelper helper = workbook.getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + COMMENT_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor("春风专运");
        cell.setCellComment(comment);
    }
}
