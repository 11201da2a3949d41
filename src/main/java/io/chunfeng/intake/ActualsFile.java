package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import io.chunfeng.intake.TableException.Reason;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of what really ran: one row a group and trip. Cell by cell; what it says is compared elsewhere. */
public final class ActualsFile {
    private static final TableLimits LIMITS = TableLimits.of(5, 20_000);
    private static final int MOST_PERSONS = 9_999;
    private static final int LONGEST_TEXT = 200;
    private static final int DAYS_AROUND = 60;
    private static final Set<ActualColumn> NEEDED = Set.of(ActualColumn.TRIP, ActualColumn.GROUP, ActualColumn.PERSONS);
    private static final List<ActualColumn> COUNTS = List.of(
            ActualColumn.PERSONS,
            ActualColumn.INFANTS,
            ActualColumn.ESCORTS,
            ActualColumn.NO_SHOW,
            ActualColumn.REFUSED,
            ActualColumn.MOVED);

    private final Moments moments;
    private final LocalDate day;
    private final List<ActualRow> rows = new ArrayList<>();

    private ActualsFile(LocalDate day) {
        this.day = day;
        this.moments = new Moments(new Season(day.minusDays(DAYS_AROUND), day.plusDays(DAYS_AROUND), day));
    }

    /**
     * In the order of the file; rows below the header that name neither trip nor group nor any figure are left out.
     *
     * @param day of the trips; a time without a day is on it
     * @throws TableException when it is no table, or has no header with the columns that are needed
     */
    public static List<ActualRow> read(Path file, LocalDate day) {
        ActualsFile reader = new ActualsFile(day);
        HeadedRows headed = new HeadedRows(List.of(ActualColumn.values()), NEEDED, reader::row);
        TableFile.read(file, LIMITS, headed);
        if (headed.end() == 0) {
            throw new TableException(Reason.NO_HEADER, String.join("、", headed.missing()));
        }
        return List.copyOf(reader.rows);
    }

    private void row(Heading heading, TableRow row) {
        Map<ActualColumn, String> cells = new EnumMap<>(ActualColumn.class);
        for (ActualColumn column : ActualColumn.values()) {
            String shown = Texts.clean(row.shown(heading.at(column.key())));
            if (!shown.isEmpty()) {
                cells.put(column, shown);
            }
        }
        if (cells.isEmpty()) {
            return;
        }
        Found found = new Found(heading, row, new ArrayList<>());
        Integer planned = found.count(ActualColumn.PLANNED);
        Map<ActualColumn, Integer> persons = new EnumMap<>(ActualColumn.class);
        COUNTS.forEach(column -> {
            Integer count = found.count(column);
            if (count != null) {
                persons.put(column, count);
            }
        });
        cells.forEach((column, text) -> {
            if (text.length() > LONGEST_TEXT) {
                found.wrong(column, Read.wrong(Code.TOO_LONG, "", String.valueOf(LONGEST_TEXT)));
            }
        });
        rows.add(new ActualRow(
                row.sheet(),
                row.number(),
                heading,
                onlyDay(found),
                cells.getOrDefault(ActualColumn.TRIP, ""),
                cells.getOrDefault(ActualColumn.GROUP, ""),
                planned,
                departed(found),
                persons,
                cells,
                List.copyOf(found.problems)));
    }

    private LocalDate onlyDay(Found found) {
        CellValue value = found.value(ActualColumn.DAY);
        Read<When> read = value == null ? Read.nothing() : moments.read(value);
        if (read.wrong() == null && read.value() != null && read.value().day() == null) {
            read = Read.wrong(Code.BAD_DATE, "");
        }
        When when = found.taken(ActualColumn.DAY, read);
        return when == null ? null : when.day();
    }

    private LocalDateTime departed(Found found) {
        CellValue value = found.value(ActualColumn.DEPARTED);
        Read<When> read = value == null ? Read.nothing() : moments.read(value);
        if (read.wrong() == null && read.value() != null && read.value().time() == null) {
            read = Read.wrong(Code.BAD_TIME, "");
        }
        When when = found.taken(ActualColumn.DEPARTED, read);
        return when == null ? null : when.at(day);
    }

    /** The cells of one row with what is wrong in them. */
    private record Found(Heading heading, TableRow row, List<Problem> problems) {

        CellValue value(ActualColumn column) {
            CellValue value = row.cell(heading.at(column.key()));
            if (value instanceof CellValue.Fault) {
                wrong(column, Read.wrong(Code.FORMULA_FAILED, ""));
                return null;
            }
            return value;
        }

        Integer count(ActualColumn column) {
            CellValue value = value(column);
            return value == null ? null : taken(column, Counts.whole(value, 0, MOST_PERSONS));
        }

        <T> T taken(ActualColumn column, Read<T> read) {
            if (read.wrong() != null) {
                wrong(column, read);
            }
            return read.value();
        }

        void wrong(ActualColumn column, Read<?> read) {
            int at = heading.at(column.key());
            problems.add(new Problem(
                    column.key(),
                    at,
                    heading.header(column),
                    row.shown(at),
                    read.wrong(),
                    read.details(),
                    read.suggestion()));
        }
    }
}
