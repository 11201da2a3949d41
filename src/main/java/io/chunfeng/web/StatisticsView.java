package io.chunfeng.web;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.FormLayout;
import io.chunfeng.statistics.FormWords;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.StatisticsNotes;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTable.Amount;
import io.chunfeng.statistics.StatisticsTable.Cell;
import io.chunfeng.statistics.StatisticsTable.Figure;
import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import io.chunfeng.statistics.StatisticsTable.Words;
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

    /**
     * @param figure counted from trips @param value of a counted figure
     * @param text what was entered, or null @param href where to read about the figure, or null
     * @param number whether the text is a number
     */
    record Entry(boolean figure, long value, String text, boolean number, String href) {}

    /** @param city names the row; null in a form of one unit */
    record Line(String city, List<Entry> entries) {}

    /** @param level of an item: 0, or more for 其中 */
    record ItemLine(String text, int level, Entry entry) {}

    record Choice(ReportingMoment moment, String href, boolean chosen) {}

    record RuleChoice(CountingRule rule, String name, String href, boolean chosen) {}

    public String title() {
        return table.template().title();
    }

    public Instant asOf() {
        return table.counted().asOf();
    }

    public boolean counts() {
        return table.template().counts();
    }

    /** The printed signatures. */
    public List<String> footer() {
        return table.template().footer();
    }

    /** Where figures of the shown unit are entered; null for a whole province. */
    public String entryHref() {
        return table.unit().isProvince() ? null : entryHref(table.unit().code());
    }

    private String entryHref(String unit) {
        return "/statistics/" + table.template().id() + "/entry?unit=" + unit + "&asOf=" + asOfAddress();
    }

    /** Null for a whole province in a form of one unit: a province enters nothing itself. */
    public String importHref() {
        return table.unit().isProvince() && !byCity()
                ? null
                : "/statistics/" + table.template().id() + "/import?unit="
                        + table.unit().code() + "&asOf=" + asOfAddress();
    }

    private LocalDateTime asOfAddress() {
        return LocalDateTime.ofInstant(asOf(), ReportingCalendar.ZONE);
    }

    /** For the field: whole seconds of Asia/Shanghai. */
    public String asOfField() {
        return LocalDateTime.ofInstant(asOf(), ReportingCalendar.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    public boolean empty() {
        return table.template().counts() && table.counted().trips().isEmpty();
    }

    public List<List<HeaderCell>> headerRows() {
        return List.copyOf(table.header().stream()
                .collect(Collectors.groupingBy(HeaderCell::row))
                .values());
    }

    public List<Line> lines() {
        return table.rows().stream()
                .map(row -> new Line(
                        byCity() ? row.unit().name() : null,
                        entries(row.cells(), row.unit().code())))
                .toList();
    }

    public boolean byCity() {
        return table.template().layout() == FormLayout.ROWS;
    }

    public boolean byItem() {
        return table.template().layout() == FormLayout.ITEMS;
    }

    public List<ItemLine> items() {
        StatisticsTable.Row row = table.rows().get(0);
        return FormWords.items(table.template()).stream()
                .map(item -> new ItemLine(
                        item.text(),
                        item.level(),
                        entry(row.cells().get(item.number() - 1), row.unit().code())))
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

    /** In a table by city all but the first, which names the row. */
    private List<Entry> entries(List<Cell> cells, String unit) {
        return IntStream.range(byCity() ? 1 : 0, cells.size())
                .mapToObj(i -> entry(cells.get(i), unit))
                .toList();
    }

    private Entry entry(Cell cell, String unit) {
        if (cell instanceof Figure figure) {
            String href = unit == null || figure.value() == 0
                    ? null
                    : query.of(table.template()).tripsHref(unit, figure.column());
            return new Entry(true, figure.value(), null, true, href);
        }
        if (cell instanceof Amount amount) {
            return new Entry(false, 0, Format.amount(amount.value()), true, null);
        }
        return new Entry(false, 0, cell instanceof Words words ? words.text() : null, false, null);
    }
}
