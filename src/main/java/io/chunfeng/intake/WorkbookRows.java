package io.chunfeng.intake;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** Typed cells of either kind of workbook. */
final class WorkbookRows {
    private WorkbookRows() {}

    static void read(Workbook workbook, Consumer<TableRow> rows) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                TableFile.RowBuilder builder = new TableFile.RowBuilder(sheet.getSheetName(), row.getRowNum() + 1);
                for (Cell cell : row) {
                    builder.add(cell.getColumnIndex(), value(cell));
                }
                builder.handTo(rows);
            }
        }
    }

    private static CellValue value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> text(cell.getStringCellValue());
            case NUMERIC -> number(cell);
            case BOOLEAN -> new CellValue.Flag(cell.getBooleanCellValue());
            case ERROR -> new CellValue.Fault(fault(cell));
            default -> null;
        };
    }

    private static CellValue text(String text) {
        return text == null || text.isBlank() ? null : new CellValue.Text(text);
    }

    private static CellValue number(Cell cell) {
        double number = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime at = cell.getLocalDateTimeCellValue();
            if (at != null) {
                // serials are fractions of a day: 08:00 may come as 07:59:59.999
                LocalDateTime rounded = at.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
                return new CellValue.Moment(number < 1 ? rounded.withYear(1899) : rounded);
            }
        }
        return CellValue.Num.of(number);
    }

    /** The reader of .xlsx knows errors by their text only, that of .xls by their number only. */
    private static String fault(Cell cell) {
        return cell instanceof HSSFCell
                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                : cell.getStringCellValue().replace("ERROR:", "").strip();
    }
}
