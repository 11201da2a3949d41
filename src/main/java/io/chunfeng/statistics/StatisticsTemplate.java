package io.chunfeng.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An official form as data: next year's is another file under {@code statistics/}, not another release.
 *
 * @param cities the rows of the form
 * @param columns of the header's first row; the leaves, numbered from 1, are the columns of the table
 */
public record StatisticsTemplate(
        String id, String title, List<City> cities, List<Column> columns, ReportingCalendar calendar) {

    /**
     * @param unit of its figures, or null for words and for a column with columns below
     * @param source where the figures come from; null exactly when there are columns below
     */
    public record Column(String text, String unit, Source source, List<Column> columns) {
        public Column {
            if (text == null || text.isBlank()) {
                throw new IllegalArgumentException("a column has no text");
            }
            columns = List.copyOf(columns);
            if ((source == null) == columns.isEmpty()) {
                throw new IllegalArgumentException("column “" + text + "” needs either a source or columns below it");
            }
        }

        int depth() {
            return 1 + columns.stream().mapToInt(Column::depth).max().orElse(0);
        }

        List<Column> leaves() {
            return columns.isEmpty()
                    ? List.of(this)
                    : columns.stream()
                            .flatMap(column -> column.leaves().stream())
                            .toList();
        }
    }

    public sealed interface Source {}

    /** The city's name. */
    public record CityName() implements Source {}

    /** Counted from the trips that ran. */
    public record Measured(Measure measure) implements Source {}

    /** @param columns numbers of measured columns, counted from 1 */
    public record SumOf(List<Integer> columns) implements Source {
        public SumOf {
            columns = List.copyOf(columns);
        }
    }

    /** Entered or imported by the labour bureau; transport knows nothing about it. */
    public record Entered() implements Source {}

    public StatisticsTemplate {
        if (id == null || id.isBlank() || title == null || title.isBlank()) {
            throw new IllegalArgumentException("a template needs an id and a title");
        }
        cities = List.copyOf(cities);
        columns = List.copyOf(columns);
        Set<String> codes = new HashSet<>();
        for (City city : cities) {
            if (!codes.add(city.code())) {
                throw new IllegalArgumentException("city " + city.code() + " is given twice");
            }
        }
        List<Column> leaves = leaves(columns);
        for (Column leaf : leaves) {
            if (leaf.source() instanceof SumOf sum) {
                for (int number : sum.columns()) {
                    if (number < 1
                            || number > leaves.size()
                            || !(leaves.get(number - 1).source() instanceof Measured)) {
                        throw new IllegalArgumentException(
                                "column “" + leaf.text() + "” sums column " + number + ", which is not a measured one");
                    }
                }
            }
        }
    }

    /** The columns of the table itself, in order; number 1 is at index 0. */
    public List<Column> leaves() {
        return leaves(columns);
    }

    public int headerRows() {
        return columns.stream().mapToInt(Column::depth).max().orElse(0);
    }

    /** What a column counts: nothing for words and entered figures, several measures for a sum. */
    public List<Measure> measures(int number) {
        Source source = leaves().get(number - 1).source();
        if (source instanceof Measured measured) {
            return List.of(measured.measure());
        }
        if (source instanceof SumOf sum) {
            List<Measure> measures = new ArrayList<>();
            sum.columns().forEach(summand -> measures.addAll(measures(summand)));
            return measures;
        }
        return List.of();
    }

    private static List<Column> leaves(List<Column> columns) {
        return columns.stream().flatMap(column -> column.leaves().stream()).toList();
    }
}
