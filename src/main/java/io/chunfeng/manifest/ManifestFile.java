package io.chunfeng.manifest;

import io.chunfeng.intake.CellValue;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TableException.Reason;
import io.chunfeng.intake.TableFile;
import io.chunfeng.intake.TableLimits;
import io.chunfeng.intake.TableRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A manifest as counties have it: .xlsx, .xls, .csv; titles above the header, columns in any order, columns of other things, which
 * are not read.
 */
public final class ManifestFile {
    /** A group has at most 500. */
    public static final TableLimits LIMITS = TableLimits.of(2, 1_000);

    private static final BigDecimal PRECISE = BigDecimal.TEN.pow(15);

    private final PassengerReader reader;
    private final List<Passenger> passengers = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<String, Integer> rowOfDocument = new HashMap<>();
    private final Map<ManifestColumn, Integer> header = new EnumMap<>(ManifestColumn.class);
    private String sheet;
    private boolean anyHeader;

    private ManifestFile(PassengerReader reader) {
        this.reader = reader;
    }

    /**
     * @param row as Excel counts
     * @param column letter; empty where the file has no such column
     * @param header as the template calls the column
     * @param otherRow the row that has it already, for {@code number.twice}; otherwise null
     */
    public record RowFault(String sheet, int row, String column, String header, String code, Integer otherRow) {}

    /** @param passengers all of them when nothing is wrong; otherwise those that could be read */
    public record Read(List<Passenger> passengers, List<RowFault> faults) {}

    /** @throws TableException when it is no table, or has no header with names and numbers */
    public static Read read(Path file, PassengerReader reader) {
        ManifestFile reading = new ManifestFile(reader);
        TableFile.read(file, LIMITS, reading::row);
        if (!reading.anyHeader) {
            throw new TableException(
                    Reason.NO_HEADER, ManifestColumn.NAME.chinese() + "、" + ManifestColumn.NUMBER.chinese());
        }
        return new Read(reading.passengers, reading.faults);
    }

    private void row(TableRow row) {
        if (!row.sheet().equals(sheet)) {
            sheet = row.sheet();
            header.clear();
        }
        Map<ManifestColumn, Integer> headed = headed(row);
        if (headed.containsKey(ManifestColumn.NAME) && headed.containsKey(ManifestColumn.NUMBER)) {
            header.clear();
            header.putAll(headed);
            anyHeader = true;
        } else if (!header.isEmpty() && aboutSomebody(row)) {
            passenger(row);
        }
    }

    /** A column that appears twice is told: the people of the second would be lost. */
    private Map<ManifestColumn, Integer> headed(TableRow row) {
        Map<ManifestColumn, Integer> headed = new EnumMap<>(ManifestColumn.class);
        row.cells()
                .forEach((index, value) -> ManifestColumn.headed(value.shown()).ifPresent(column -> {
                    Integer earlier = headed.putIfAbsent(column, index);
                    if (earlier != null && headed.size() > 1) {
                        faults.add(fault(row, column, index, "column.twice", null));
                    }
                }));
        return headed;
    }

    /** Not a row of dashes and remarks below the list: something stands where names, numbers or phones do. */
    private boolean aboutSomebody(TableRow row) {
        String name = Written.word(shown(row, ManifestColumn.NAME));
        boolean sum = name.startsWith("合计") || name.startsWith("总计") || name.startsWith("填表") || name.startsWith("注:");
        boolean number = !shown(row, ManifestColumn.NUMBER).isEmpty();
        return number
                || !sum && (!name.isEmpty() || !shown(row, ManifestColumn.PHONE).isEmpty());
    }

    private void passenger(TableRow row) {
        List<PassengerFault> wrong = new ArrayList<>();
        Passenger passenger = reader.read(
                new TypedPassenger(
                        shown(row, ManifestColumn.NAME),
                        shown(row, ManifestColumn.KIND),
                        shown(row, ManifestColumn.NUMBER),
                        shown(row, ManifestColumn.PHONE),
                        shown(row, ManifestColumn.ROLE),
                        shown(row, ManifestColumn.WHEELCHAIR),
                        shown(row, ManifestColumn.REMARK)),
                wrong);
        if (imprecise(row)) {
            wrong.removeIf(fault -> fault.field().equals(ManifestColumn.NUMBER.field()));
            wrong.add(new PassengerFault(ManifestColumn.NUMBER.field(), "number.precision"));
        }
        for (PassengerFault fault : wrong) {
            ManifestColumn column = columnOf(fault.field());
            faults.add(fault(row, column, header.get(column), fault.code(), null));
        }
        if (wrong.isEmpty()) {
            passengers.add(passenger);
            checkTwice(row, passenger.document());
        }
    }

    private void checkTwice(TableRow row, Document document) {
        if (document == null) {
            return;
        }
        Integer earlier = rowOfDocument.putIfAbsent(document.identity(), row.number());
        if (earlier != null) {
            faults.add(fault(row, ManifestColumn.NUMBER, header.get(ManifestColumn.NUMBER), "number.twice", earlier));
        }
    }

    /** A number cell holds fifteen digits, whatever it shows. */
    private boolean imprecise(TableRow row) {
        return row.cell(header.get(ManifestColumn.NUMBER)) instanceof CellValue.Num cell
                && cell.number().compareTo(PRECISE) >= 0;
    }

    private String shown(TableRow row, ManifestColumn column) {
        Integer index = header.get(column);
        return index == null ? "" : row.shown(index).strip();
    }

    private static ManifestColumn columnOf(String field) {
        for (ManifestColumn column : ManifestColumn.values()) {
            if (column.field().equals(field)) {
                return column;
            }
        }
        throw new IllegalArgumentException(field);
    }

    private static RowFault fault(TableRow row, ManifestColumn column, Integer index, String code, Integer otherRow) {
        return new RowFault(
                row.sheet(),
                row.number(),
                index == null ? "" : TableRow.letter(index),
                column.chinese(),
                code,
                otherRow);
    }
}
