package io.chunfeng.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final int TITLE_WIDTH = 60 * 256;

    private final Workbook workbook;
    private final Map<String, Shape> shapes;
    private final Map<String, Map<Integer, List<Mark>>> marks;
    private final String title;
    private final Map<CellStyle, CellStyle> coloured = new HashMap<>();
    private int comments;

    private MarkedFile(
            Workbook workbook, Map<String, Shape> shapes, Map<String, Map<Integer, List<Mark>>> marks, String title) {
        this.workbook = workbook;
        this.shapes = shapes;
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
        Map<String, Shape> shapes = shapes(file, limits);
        if (kind == TableKind.XLSX && Files.size(file) <= KEEP_LOOKS_BYTES) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                new MarkedFile(workbook, shapes, marks, title).markInPlace();
                workbook.write(out);
            }
            return;
        }
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            new MarkedFile(workbook, shapes, marks, title).writeAnew(file, kind == TableKind.JSON, limits);
            workbook.write(out);
        }
    }

    /** @param header number of the header's last row; @param column the first one that is free in every row */
    private record Shape(int header, int column) {}

    /** Of every sheet with a header. */
    private static Map<String, Shape> shapes(Path file, TableLimits limits) {
        Map<String, Integer> headers = new HashMap<>();
        Map<String, Integer> columns = new HashMap<>();
        HeadedRows headed = new HeadedRows(
                List.of(GroupColumn.values()),
                GroupColumn.NEEDED,
                (heading, row) -> headers.putIfAbsent(heading.sheet(), heading.last()));
        TableFile.read(file, limits, row -> {
            columns.merge(row.sheet(), row.cells().lastKey() + 1, Math::max);
            headed.accept(row);
        });
        headed.end();
        Map<String, Shape> shapes = new HashMap<>();
        headers.forEach((sheet, header) -> shapes.put(sheet, new Shape(header, columns.get(sheet))));
        return shapes;
    }

    private void markInPlace() {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        keepValueOnly(cell);
                    }
                }
            }
            Shape shape = shapes.get(sheet.getSheetName());
            Map<Integer, List<Mark>> ofSheet = marks.get(sheet.getSheetName());
            if (shape != null && ofSheet != null) {
                ofSheet.forEach((number, found) -> mark(sheet, row(sheet, number), found, shape.column));
                row(sheet, shape.header).createCell(shape.column).setCellValue(title);
                sheet.setColumnWidth(shape.column, TITLE_WIDTH);
            }
        }
    }

    private static Row row(Sheet sheet, int number) {
        Row row = sheet.getRow(number - 1);
        return row == null ? sheet.createRow(number - 1) : row;
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
            Shape shape = shapes.get(name);
            List<Mark> found = marks.getOrDefault(name, Map.of()).get(table.number());
            if (found != null) {
                mark(sheet, row, found, shape.column);
            } else if (shape != null && table.number() == shape.header) {
                row.createCell(shape.column).setCellValue(title);
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
        // where it begins is also whose it is
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + COMMENT_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor("春风专运");
        cell.setCellComment(comment);
    }
}
