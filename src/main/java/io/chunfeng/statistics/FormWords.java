package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The printed words of a form and where they stand: written to the workbook, and looked for when it comes back. */
public final class FormWords {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ReportingCalendar.ZONE);

    private FormWords() {}

    /** @param level of an item: 0, or more for 其中 */
    public record Item(int number, String text, int level) {}

    /** The header, with rows of the sheet. */
    static List<HeaderCell> header(StatisticsTable table) {
        if (table.template().layout() == FormLayout.ITEMS) {
            int row = FormGrid.of(table.template()).headerRow();
            return List.of(new HeaderCell("项目", row, 0, 1, 1), new HeaderCell("数量", row, 1, 1, 1));
        }
        int first = FormGrid.of(table.template()).headerRow();
        return table.header().stream()
                .map(cell -> new HeaderCell(
                        cell.text(), first + cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan()))
                .toList();
    }

    /** The title above a form of one unit, over all its columns. */
    static HeaderCell title(StatisticsTable table) {
        return new HeaderCell(table.template().title(), 0, 0, 1, width(table.template()));
    }

    static int width(StatisticsTemplate template) {
        return template.layout() == FormLayout.ITEMS ? 2 : template.leaves().size();
    }

    static String unit(ReportingUnit unit) {
        return "填报单位：" + unit.name();
    }

    static String reportedOn(Instant asOf) {
        return "填报时间：" + DATE.format(asOf);
    }

    /** Column of the sheet, from 0, where 填报时间 stands: right of the middle. */
    static int reportedOnColumn(StatisticsTemplate template) {
        return width(template) / 2;
    }

    /** As printed: the first item below another begins with 其中. */
    public static List<Item> items(StatisticsTemplate template) {
        List<Item> items = new ArrayList<>();
        template.columns().forEach(column -> add(column, column.text(), 0, items));
        return items;
    }

    private static void add(Column column, String text, int level, List<Item> items) {
        if (column.source() != null) {
            items.add(new Item(items.size() + 1, text, level));
        }
        boolean first = column.source() != null;
        for (Column below : column.columns()) {
            add(below, (first ? "其中 " : "") + below.text(), level + 1, items);
            first = false;
        }
    }

    static String footer(StatisticsTemplate template) {
        return template.footer().stream().map(signed -> signed + "：").collect(Collectors.joining("            "));
    }
}
