package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTemplate.CityName;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A form filled in, ready to print: the same for the page and for the workbook.
 *
 * @param header cells of the header, row by row, from left to right
 * @param rows one for each city, by code
 * @param totals the sum of every counted column over the rows; not part of the official form
 */
public record StatisticsTable(
        StatisticsTemplate template, CountedTrips counted, List<HeaderCell> header, List<Row> rows, List<Cell> totals) {

    /** @param row counted from 0, like the column */
    public record HeaderCell(String text, int row, int column, int rowSpan, int columnSpan) {}

    public record Row(City city, List<Cell> cells) {}

    public sealed interface Cell {}

    public record Words(String text) implements Cell {}

    /** @param column number of the column, counted from 1 */
    public record Figure(int column, long value) implements Cell {}

    /** To be entered: left empty, since nothing is not zero. */
    public record Empty() implements Cell {}

    /** @param cities the rows; persons of other cities are in no row, {@link StatisticsNotes} says how many */
    public static StatisticsTable of(StatisticsTemplate template, List<City> cities, CountedTrips counted) {
        List<HeaderCell> header = new ArrayList<>();
        addHeader(template.columns(), 0, 0, template.headerRows(), header);
        header.sort(Comparator.comparing(HeaderCell::row).thenComparing(HeaderCell::column));
        List<Row> rows = cities.stream()
                .sorted(Comparator.comparing(City::code))
                .map(city -> new Row(city, cells(template, city, counted)))
                .toList();
        return new StatisticsTable(template, counted, List.copyOf(header), rows, totals(template, rows));
    }

    /** The trips behind one figure, in the order they ran. */
    public List<CountedTrips.Share> behind(int column, String city) {
        return counted.behind(template.measures(column), city);
    }

    /** Codes of cities that have counted persons but no row. */
    public List<String> citiesWithoutRow() {
        List<String> inRows = rows.stream().map(row -> row.city().code()).toList();
        return counted.cities().stream().filter(code -> !inRows.contains(code)).toList();
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

    private static List<Cell> cells(StatisticsTemplate template, City city, CountedTrips counted) {
        List<Cell> cells = new ArrayList<>();
        for (int number = 1; number <= template.leaves().size(); number++) {
            List<Measure> measures = template.measures(number);
            if (!measures.isEmpty()) {
                cells.add(new Figure(number, counted.figure(measures, city.code())));
            } else if (template.leaves().get(number - 1).source() instanceof CityName) {
                cells.add(new Words(city.name()));
            } else {
                cells.add(new Empty());
            }
        }
        return List.copyOf(cells);
    }

    private static List<Cell> totals(StatisticsTemplate template, List<Row> rows) {
        List<Cell> totals = new ArrayList<>();
        for (int number = 1; number <= template.leaves().size(); number++) {
            totals.add(template.measures(number).isEmpty() ? new Empty() : new Figure(number, total(rows, number)));
        }
        return List.copyOf(totals);
    }

    private static long total(List<Row> rows, int number) {
        return rows.stream()
                .map(row -> row.cells().get(number - 1))
                .mapToLong(cell -> cell instanceof Figure figure ? figure.value() : 0)
                .sum();
    }
}
