package io.chunfeng.web;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.StatisticsNotes;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTable.Cell;
import io.chunfeng.statistics.StatisticsTable.Figure;
import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statistics table as its page shows it, with the ways to its other moments and rules. */
record StatisticsView(StatisticsTable table, StatisticsQuery query, boolean english) {

    /** @param href where to read about the figure, or null */
    record Entry(boolean figure, long value, String href) {}

    record Line(String city, List<Entry> entries) {}

    record Choice(ReportingMoment moment, String href, boolean chosen) {}

    record RuleChoice(CountingRule rule, String name, String href, boolean chosen) {}

    public String title() {
        return table.template().title();
    }

    public Instant asOf() {
        return table.counted().asOf();
    }

    /** For the field: whole seconds of Asia/Shanghai. */
    public String asOfField() {
        return LocalDateTime.ofInstant(asOf(), ReportingCalendar.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    public boolean empty() {
        return table.counted().trips().isEmpty();
    }

    public List<List<HeaderCell>> headerRows() {
        return List.copyOf(table.header().stream()
                .collect(Collectors.groupingBy(HeaderCell::row))
                .values());
    }

    public List<Line> lines() {
        return table.rows().stream()
                .map(row -> new Line(
                        row.unit().name(), entries(row.cells(), row.unit().code())))
                .toList();
    }

    public List<Entry> totals() {
        return entries(table.totals(), null);
    }

    public List<String> notes() {
        return english ? StatisticsNotes.english(table) : StatisticsNotes.chinese(table);
    }

    public String workbookHref() {
        return query.workbookHref(table.template().id());
    }

    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (ReportingMoment moment : table.template().calendar().moments()) {
            boolean chosen = moment.due().equals(asOf());
            choices.add(new Choice(moment, query.at(moment.due()).pageHref(), chosen));
        }
        return choices;
    }

    public List<RuleChoice> rules() {
        return Arrays.stream(CountingRule.values())
                .map(rule -> new RuleChoice(
                        rule,
                        english ? rule.en() : rule.zh(),
                        query.with(rule).pageHref(),
                        rule == table.counted().settings().rule()))
                .toList();
    }

    /** All but the first, which names the row. */
    private List<Entry> entries(List<Cell> cells, String city) {
        return IntStream.range(1, cells.size())
                .mapToObj(i -> entry(cells.get(i), city))
                .toList();
    }

    private Entry entry(Cell cell, String city) {
        if (cell instanceof Figure figure) {
            String href = city == null || figure.value() == 0 ? null : query.tripsHref(city, figure.column());
            return new Entry(true, figure.value(), href);
        }
        return new Entry(false, 0, null);
    }
}
