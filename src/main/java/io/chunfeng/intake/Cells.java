package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The cells of one row by column, and what is wrong in them. */
final class Cells {
    private final Heading heading;
    private final TableRow row;
    private final List<Problem> problems = new ArrayList<>();

    Cells(Heading heading, TableRow row) {
        this.heading = heading;
        this.row = row;
    }

    /** Null when it is empty or failed; a failed formula is noted. */
    CellValue value(GroupColumn column) {
        CellValue value = row.cell(heading.at(column.key()));
        if (value instanceof CellValue.Fault) {
            wrong(column, Code.FORMULA_FAILED, "");
            return null;
        }
        return value;
    }

    String text(GroupColumn column) {
        CellValue value = value(column);
        return value == null ? "" : Texts.clean(value.shown());
    }

    <T> T required(GroupColumn column, Function<CellValue, Read<T>> reader) {
        CellValue value = value(column);
        if (value == null) {
            if (!has(column)) {
                wrong(column, Code.REQUIRED, "");
            }
            return null;
        }
        return taken(column, reader.apply(value));
    }

    <T> T optional(GroupColumn column, Function<CellValue, Read<T>> reader, T otherwise) {
        CellValue value = value(column);
        T read = value == null ? null : taken(column, reader.apply(value));
        return read == null ? otherwise : read;
    }

    /** The value, or null and a problem. */
    <T> T taken(GroupColumn column, Read<T> read) {
        if (read.wrong() != null) {
            add(column, read.wrong(), read.suggestion(), read.details());
        }
        return read.value();
    }

    void wrong(GroupColumn column, Code code, String suggestion, String... details) {
        add(column, code, suggestion, List.of(details));
    }

    /** One problem a cell is enough. */
    private void add(GroupColumn column, Code code, String suggestion, List<String> details) {
        if (!has(column)) {
            int at = heading.at(column.key());
            problems.add(new Problem(
                    column.key(), at, heading.header(column), at < 0 ? "" : row.shown(at), code, details, suggestion));
        }
    }

    boolean has(GroupColumn column) {
        return problems.stream().anyMatch(p -> p.column().equals(column.key()));
    }

    boolean anyProblem() {
        return problems.stream().anyMatch(p -> !p.doubt());
    }

    List<Problem> problems() {
        return problems;
    }
}
