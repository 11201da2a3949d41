package io.chunfeng.intake;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.intake.ImportRow.Ignored;
import io.chunfeng.intake.ImportRow.State;
import io.chunfeng.intake.Problem.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Rows of one file against what is registered. */
final class GroupComparison implements BiConsumer<Heading, TableRow> {
    private final GroupContext context;
    private final GroupReader reader;
    private final Map<String, Registration> registered;
    private final Consumer<ImportRow> rows;
    private final GroupIds ids = new GroupIds();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> counties = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();
    private Heading last;
    private int number;

    GroupComparison(GroupContext context, Map<String, Registration> registered, Consumer<ImportRow> rows) {
        this.context = context;
        this.reader = new GroupReader(context);
        this.registered = registered;
        this.rows = rows;
    }

    @Override
    public void accept(Heading heading, TableRow row) {
        if (heading != last) {
            unread.addAll(heading.unread());
            last = heading;
        }
        Map<String, String> cells = cells(heading, row);
        if (SkippedRows.blank(cells)) {
            return;
        }
        number++;
        Ignored ignored = SkippedRows.why(heading, cells, row);
        rows.accept(ignored != null ? skipped(row, cells, ignored) : compared(heading, row, cells));
    }

    private ImportRow compared(Heading heading, TableRow row, Map<String, String> cells) {
        ReadGroup read = reader.read(heading, row);
        if (read.group() == null) {
            return problem(row, cells, null, read.problems());
        }
        Group bare = read.group();
        String id = read.number() == null ? ids.derived(bare) : GroupIds.byNumber(bare.county(), read.number());
        Integer earlier = ids.earlierRow(id, row.number());
        if (earlier != null) {
            return problem(row, cells, bare.county(), with(read, heading, cells, Code.DUPLICATE_NUMBER, "" + earlier));
        }
        counties.add(bare.county());
        seen.add(id);
        if (read.newPlace() != null) {
            context.places().add(read.newPlace());
        }
        Group group = bare.withId(id);
        Registration now = registered.get(id);
        State state = state(now, group);
        if (state == State.PROBLEM) {
            return problem(
                    row,
                    cells,
                    bare.county(),
                    with(read, heading, cells, Code.CANNOT_CHANGE, now.state().name()));
        }
        return new ImportRow(
                number,
                row.sheet(),
                row.number(),
                state,
                group.county(),
                id,
                now == null ? RegistrationChange.NEW : now.version(),
                now == null ? null : now.state(),
                cells,
                group,
                now == null ? null : now.group(),
                read.newPlace(),
                read.problems(),
                null);
    }

    /** A draft that comes in a file is handed in, a withdrawn group registered anew: both change though the figures are the same. */
    private static State state(Registration now, Group group) {
        if (now == null) {
            return State.NEW;
        }
        boolean same = now.group().equals(group);
        return switch (now.state()) {
            case DRAFT, WITHDRAWN -> State.CHANGED;
            case SUBMITTED, ACCEPTED, PLANNED -> same ? State.UNCHANGED : State.CHANGED;
            case PUBLISHED -> same ? State.UNCHANGED : State.REQUEST;
            case DEPARTED, CLOSED -> same ? State.UNCHANGED : State.PROBLEM;
        };
    }

    private static List<Problem> with(
            ReadGroup read, Heading heading, Map<String, String> cells, Code code, String detail) {
        List<Problem> problems = new ArrayList<>(read.problems());
        GroupColumn column = GroupColumn.NUMBER;
        problems.add(new Problem(
                column.key(),
                heading.at(column.key()),
                heading.header(column),
                cells.getOrDefault(column.key(), ""),
                code,
                List.of(detail),
                ""));
        return problems;
    }

    /** Groups that earlier files brought and this one lacks. */
    void offerWithdrawals(Set<String> broughtBefore) {
        for (String id : new TreeSet<>(broughtBefore)) {
            Registration now = registered.get(id);
            boolean open = now != null
                    && switch (now.state()) {
                        case DRAFT, SUBMITTED, ACCEPTED, PLANNED, PUBLISHED -> true;
                        case DEPARTED, CLOSED, WITHDRAWN -> false;
                    };
            if (open && !seen.contains(id)) {
                number++;
                rows.accept(new ImportRow(
                        number,
                        "",
                        0,
                        State.WITHDRAWN,
                        now.group().county(),
                        id,
                        now.version(),
                        now.state(),
                        Map.of(),
                        null,
                        now.group(),
                        null,
                        List.of(),
                        null));
            }
        }
    }

    /** Of the rows that could be read. */
    Set<String> counties() {
        return counties;
    }

    /** Headers that mean nothing here. */
    Set<String> unread() {
        return unread;
    }

    private ImportRow problem(TableRow row, Map<String, String> cells, String county, List<Problem> problems) {
        return new ImportRow(
                number,
                row.sheet(),
                row.number(),
                State.PROBLEM,
                county,
                null,
                0,
                null,
                cells,
                null,
                null,
                null,
                problems,
                null);
    }

    private ImportRow skipped(TableRow row, Map<String, String> cells, Ignored why) {
        return new ImportRow(
                number,
                row.sheet(),
                row.number(),
                State.IGNORED,
                null,
                null,
                0,
                null,
                cells,
                null,
                null,
                null,
                List.of(),
                why);
    }

    private static Map<String, String> cells(Heading heading, TableRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        heading.columns().forEach((key, at) -> {
            if (row.cell(at) != null) {
                cells.put(key, Texts.clean(row.shown(at)));
            }
        });
        return cells;
    }
}
