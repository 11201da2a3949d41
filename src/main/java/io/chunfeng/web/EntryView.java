package io.chunfeng.web;

import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.EnteredValue;
import io.chunfeng.statistics.EntryFinding;
import io.chunfeng.statistics.EntrySheet;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.ValueKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A form to be entered, as its page shows it.
 *
 * @param typed by number of the column, when somebody typed it already
 */
record EntryView(EntrySheet sheet, Map<Integer, String> typed, List<EntryFinding> findings) {

    record CountyBox(String code, String name, boolean checked) {}

    /**
     * @param level of an item: 0, or more for 其中 @param current what is recorded, empty for nothing
     * @param below what the counties of a city entered, or null
     */
    record Field(
            int number,
            int level,
            String text,
            String unit,
            ValueKind kind,
            String value,
            String current,
            String below,
            List<CountyBox> counties,
            List<EntryFinding> findings) {

        public boolean invalid() {
            return !findings.isEmpty();
        }
    }

    /** Fields under one heading of the form, which may be null. */
    record Section(String heading, List<Field> fields) {}

    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        int[] number = new int[1];
        List<Field> loose = new ArrayList<>();
        for (Column column : sheet.template().columns()) {
            List<Field> fields = new ArrayList<>();
            add(column, 0, number, fields);
            if (column.source() == null) {
                flush(loose, sections);
                if (!fields.isEmpty()) {
                    sections.add(new Section(column.text(), fields));
                }
            } else {
                loose.addAll(fields);
            }
        }
        flush(loose, sections);
        return sections;
    }

    private static void flush(List<Field> loose, List<Section> sections) {
        if (!loose.isEmpty()) {
            sections.add(new Section(null, List.copyOf(loose)));
            loose.clear();
        }
    }

    private void add(Column column, int level, int[] number, List<Field> fields) {
        if (column.source() != null) {
            number[0]++;
            if (column.source() instanceof StatisticsTemplate.Entered) {
                fields.add(field(number[0], level, column));
            }
        }
        for (Column below : column.columns()) {
            add(below, column.source() == null ? level : level + 1, number, fields);
        }
    }

    private Field field(int number, int level, Column column) {
        String value = typed.getOrDefault(number, sheet.typed(number));
        return new Field(
                number,
                level,
                column.text(),
                column.unit(),
                sheet.source(number).kind(),
                value,
                sheet.typed(number),
                sheet.unit().isCity() ? sheet.below(number).orElse(null) : null,
                sheet.source(number).kind() == ValueKind.COUNTIES ? counties(number, value) : List.of(),
                findings.stream().filter(finding -> finding.column() == number).toList());
    }

    private List<CountyBox> counties(int number, String value) {
        Set<String> chosen = typed.containsKey(number)
                ? new TreeSet<>(Arrays.asList(value.split("、")))
                : ((EnteredValue.Counties) sheet.current(number)).codes();
        return AdminCodes.all().counties().stream()
                .filter(county -> county.code().startsWith(sheet.unit().code()))
                .map(county -> new CountyBox(county.code(), county.name(), chosen.contains(county.code())))
                .toList();
    }

    public Instant asOf() {
        return sheet.asOf();
    }

    public String asOfAddress() {
        return LocalDateTime.ofInstant(sheet.asOf(), ReportingCalendar.ZONE).toString();
    }

    /** Whether some finding asks for a reason, and none stands against it. */
    public boolean needsReason() {
        return !findings.isEmpty() && findings.stream().allMatch(EntryFinding::acceptedWithReason);
    }
}
