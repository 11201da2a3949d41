package io.chunfeng.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds the header of each sheet and hands on what stands below it. Sheets without one are passed over and named. */
public final class HeadedRows implements Consumer<TableRow> {
    /** Titles, notes and dates above a header; further down it is not looked for. */
    private static final int FIRST_ROWS = 30;

    private final Collection<? extends Column> columns;
    private final Collection<? extends Column> needed;
    private final BiConsumer<Heading, TableRow> rows;
    private final List<String> passedOver = new ArrayList<>();
    private List<String> missing;
    private final List<TableRow> waiting = new ArrayList<>();
    private Heading heading;
    private String sheet;
    private int found;

    /** @param needed a header without all of these is none */
    public HeadedRows(
            Collection<? extends Column> columns,
            Collection<? extends Column> needed,
            BiConsumer<Heading, TableRow> rows) {
        this.columns = columns;
        this.needed = needed;
        this.missing = titles(needed);
        this.rows = rows;
    }

    @Override
    public void accept(TableRow row) {
        if (!row.sheet().equals(sheet)) {
            endSheet();
            sheet = row.sheet();
        }
        if (row.number() == 0) { // JSON brings its header with it
            heading = whole(List.of(row));
            found += heading == null ? 0 : 1;
        } else if (heading != null) {
            rows.accept(heading, row);
        } else {
            waiting.add(row);
            if (waiting.size() == FIRST_ROWS) {
                decide();
            }
        }
    }

    /** After the last row. @return how many sheets had a header */
    public int end() {
        endSheet();
        return found;
    }

    public List<String> passedOver() {
        return passedOver;
    }

    /** Titles of the needed columns that the best header of the file lacks. */
    public List<String> missing() {
        return missing;
    }

    private Heading whole(List<TableRow> first) {
        Heading best = Heading.find(first, columns);
        if (best == null) {
            return null;
        }
        List<String> lacks = titles(
                needed.stream().filter(column -> best.at(column.key()) < 0).toList());
        if (lacks.size() < missing.size()) {
            missing = lacks;
        }
        return lacks.isEmpty() ? best : null;
    }

    private static List<String> titles(Collection<? extends Column> columns) {
        return columns.stream().map(Column::title).toList();
    }

    private void endSheet() {
        if (!waiting.isEmpty()) {
            decide();
        }
        if (sheet != null && heading == null) {
            passedOver.add(sheet);
        }
        waiting.clear();
        heading = null;
    }

    private void decide() {
        if (heading == null) {
            heading = whole(waiting);
            if (heading != null) {
                found++;
                waiting.stream().filter(row -> row.number() > heading.last()).forEach(row -> rows.accept(heading, row));
                waiting.clear();
            } else if (waiting.size() == FIRST_ROWS) {
                // the last ones may still be the upper row of a header; older ones are let go
                waiting.subList(0, FIRST_ROWS / 2).clear();
            }
        }
    }
}
