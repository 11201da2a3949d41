package io.chunfeng.statistics;

import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.StatisticsTemplate.CityName;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import io.chunfeng.statistics.StatisticsTemplate.SumOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A form filled in, ready to print: the same for the page and for the workbook.
 *
 * @param unit whose table it is
 * @param header cells of the header, row by row, from left to right; none for a form of items
 * @param rows one for each city of a table by city, in the order of codes, else the unit's
 * @param totals the sum of every column of figures over the rows; not part of the official form
 */
public record StatisticsTable(
        StatisticsTemplate template,
        ReportingUnit unit,
        CountedTrips counted,
        Entries entries,
        List<HeaderCell> header,
        List<Row> rows,
        List<Cell> totals) {

    /** @param row counted from 0, like the column */
    public record HeaderCell(String text, int row, int column, int rowSpan, int columnSpan) {}

    public record Row(ReportingUnit unit, List<Cell> cells) {}

    public sealed interface Cell {}

    public record Words(String text) implements Cell {}

    /** Counted from the ledger. @param column number of the column, counted from 1 */
    public record Figure(int column, long value) implements Cell {}

    /** Entered, or a sum of what was. @param value in the unit of the column */
    public record Amount(int column, BigDecimal value) implements Cell {}

    /** Not entered: left empty, since nothing is not zero. */
    public record Empty() implements Cell {}

    /** With nothing entered. */
    public static StatisticsTable of(StatisticsTemplate template, ReportingUnit unit, CountedTrips counted) {
        return of(template, unit, counted, Entries.NONE);
    }

    /** Persons of cities that have no row are in no row; {@link StatisticsNotes} says how many. */
    public static StatisticsTable of(
            StatisticsTemplate template, ReportingUnit unit, CountedTrips counted, Entries entries) {
        List<HeaderCell> header = new ArrayList<>();
        if (template.layout() != FormLayout.ITEMS) {
            addHeader(template.columns(), 0, 0, template.headerRows(), header);
            header.sort(Comparator.comparing(HeaderCell::row).thenComparing(HeaderCell::column));
        }
        List<Row> rows = template.rows(unit).stream()
                .sorted(Comparator.comparing(ReportingUnit::code))
                .map(row -> new Row(row, cells(template, row, counted, entries)))
                .toList();
        return new StatisticsTable(template, unit, counted, entries, List.copyOf(header), rows, totals(template, rows));
    }

    /** The trips behind one figure, in the order they ran. */
    public List<CountedTrips.Share> behind(int column, String city) {
        return counted.behind(template.measures(column), city);
    }

    /** Every cell below or beside the words of the form, row by row. */
    public List<FilledCell> filled() {
        FormGrid grid = FormGrid.of(template);
        List<FilledCell> filled = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            for (int number = 1; number <= row.cells().size(); number++) {
                filled.add(filled(
                        row.unit().code(),
                        number,
                        grid.address(r, number),
                        row.cells().get(number - 1)));
            }
        }
        return List.copyOf(filled);
    }

    private static FilledCell filled(String row, int number, String address, Cell cell) {
        if (cell instanceof Figure figure) {
            return new FilledCell(row, number, address, BigDecimal.valueOf(figure.value()), null, true);
        }
        if (cell instanceof Amount amount) {
            return new FilledCell(row, number, address, amount.value(), null, false);
        }
        return new FilledCell(row, number, address, null, cell instanceof Words words ? words.text() : null, false);
    }

    /** Codes of cities that have counted persons but no row; only a table of the whole province is to have them all. */
    public List<String> citiesWithoutRow() {
        if (!template.counts() || !unit.isProvince()) {
            return List.of();
        }
        return counted.cities().stream()
                .filter(code -> rows.stream().noneMatch(row -> row.unit().contains(code)))
                .toList();
    }

    /** @return the number of leaves */
    private static int addHeader(List<Column> columns, int row, int first, int rows, List<HeaderCell> header) {
        int next = first;
        for (Column column : columns) {
            int width = 1;
            int height = rows - row;
            if (!column.columns().isEmpty()) {
                width = addHeader(column.columns(), row + 1, next, rows, header);
                height = 1;
            }
            header.add(new HeaderCell(column.text(), row, next, height, width));
            next += width;
        }
        return next - first;
    }

    private static List<Cell> cells(
            StatisticsTemplate template, ReportingUnit unit, CountedTrips counted, Entries entries) {
        List<Cell> cells = new ArrayList<>();
        for (int number = 1; number <= template.leaves().size(); number++) {
            cells.add(cell(template, number, unit, counted, entries));
        }
        return List.copyOf(cells);
    }

    private static Cell cell(
            StatisticsTemplate template, int number, ReportingUnit unit, CountedTrips counted, Entries entries) {
        Column column = template.column(number);
        List<Measure> measures = template.measures(number);
        if (!measures.isEmpty()) {
            // a dispatch belongs to a city, not to one of its counties
            return unit.isCounty() ? new Empty() : new Figure(number, counted.figure(measures, unit.code()));
        }
        if (column.source() instanceof CityName) {
            return new Words(unit.name());
        }
        if (column.source() instanceof SumOf sum) {
            return amount(number, column(template, sum), sum(template, sum, unit, entries));
        }
        Entered entered = (Entered) column.source();
        return switch (entered.kind()) {
            case COUNT, MONEY -> amount(number, column, entries.total(column, unit.code()));
            case COUNTIES -> words(entries.counties(column, unit.code()).map(StatisticsTable::names));
            case TEXT -> words(entries.text(column, unit.code()));
        };
    }

    /** A sum has the decimals of its summands. */
    private static Column column(StatisticsTemplate template, SumOf sum) {
        return template.column(sum.columns().get(0));
    }

    private static Optional<Long> sum(StatisticsTemplate template, SumOf sum, ReportingUnit unit, Entries entries) {
        return sum.columns().stream()
                .map(number -> entries.total(template.column(number), unit.code()))
                .flatMap(Optional::stream)
                .reduce(Math::addExact);
    }

    private static Cell amount(int number, Column column, Optional<Long> kept) {
        return kept.<Cell>map(value -> new Amount(number, column.printed(value)))
                .orElse(new Empty());
    }

    private static Cell words(Optional<String> words) {
        return words.<Cell>map(Words::new).orElse(new Empty());
    }

    /** As people write lists: 小店区、迎泽区. */
    static String names(SortedSet<String> counties) {
        return counties.stream().map(AdminCodes.all()::name).collect(Collectors.joining("、"));
    }

    private static List<Cell> totals(StatisticsTemplate template, List<Row> rows) {
        List<Cell> totals = new ArrayList<>();
        for (int number = 1; number <= template.leaves().size(); number++) {
            totals.add(total(number, rows));
        }
        return List.copyOf(totals);
    }

    private static Cell total(int number, List<Row> rows) {
        List<Cell> cells = rows.stream().map(row -> row.cells().get(number - 1)).toList();
        if (cells.stream().anyMatch(Figure.class::isInstance)) {
            return new Figure(
                    number,
                    cells.stream()
                            .mapToLong(cell -> cell instanceof Figure figure ? figure.value() : 0)
                            .sum());
        }
        return cells.stream()
                .map(cell -> cell instanceof Amount amount ? amount.value() : null)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .<Cell>map(sum -> new Amount(number, sum))
                .orElse(new Empty());
    }
}
