package io.chunfeng.web;

import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.TemplateCheck;
import io.chunfeng.statistics.TemplateForm;
import io.chunfeng.statistics.TemplateForm.FormColumn;
import io.chunfeng.statistics.TemplateForm.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** The form of a template as it is typed, complete or not. Every field is words; null is never among them. */
record TemplateFields(
        String id,
        String title,
        String layout,
        String province,
        List<ColumnField> columns,
        List<CheckField> checks,
        String footer,
        String notes,
        String firstDay,
        String lastDay,
        String weeklyDay,
        String weeklyTime,
        String weeklyAfter,
        List<DateField> dates) {

    /** @param level 0, 1, 2 @param source a {@link TemplateBuilder.Kind} or a measure @param stock not cumulative */
    record ColumnField(
            String key,
            String level,
            String text,
            String unit,
            String source,
            String sum,
            String atMost,
            boolean stock) {
        int depth() {
            return level.matches("[0-9]") ? Integer.parseInt(level) : 0;
        }

        /** Whether it has a number. */
        public boolean numbered() {
            return !source.equals("HEADING");
        }

        static ColumnField empty(boolean first) {
            return new ColumnField("", "0", first ? "市级名称" : "", "", first ? "CITY" : "COUNT", "", "", false);
        }
    }

    record CheckField(String rule, String whole, String parts, String why) {}

    record DateField(String kind, String date, String text) {}

    /** Numbers of the columns as the table will have them; 0 for a heading. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        for (ColumnField column : columns) {
            numbers.add(column.numbered() ? ++number : 0);
        }
        return numbers;
    }

    static TemplateFields of(TemplateForm form) {
        List<ColumnField> columns = new ArrayList<>();
        add(form.columns() == null ? List.of() : form.columns(), 0, new int[1], columns);
        ReportingCalendar calendar = form.calendar();
        ReportingCalendar.Weekly weekly = calendar.weekly();
        return new TemplateFields(
                form.id(),
                form.title(),
                form.layout().name(),
                form.province(),
                columns,
                form.checks() == null
                        ? List.of()
                        : form.checks().stream().map(TemplateFields::check).toList(),
                lines(form.footer()),
                lines(form.notes()),
                words(calendar.firstDay()),
                words(calendar.lastDay()),
                weekly == null ? "" : weekly.day().name(),
                weekly == null ? "" : words(weekly.time()),
                weekly == null ? "" : words(weekly.after()),
                calendar.dates().stream()
                        .map(due -> new DateField(due.kind().name(), words(due.date()), words(due.text())))
                        .toList());
    }

    private static CheckField check(TemplateCheck check) {
        String parts = check.parts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new CheckField(check.rule().name(), words(check.whole()), parts, words(check.why()));
    }

    private static void add(List<FormColumn> forms, int level, int[] numbered, List<ColumnField> columns) {
        for (FormColumn form : forms) {
            int number = form.source() == null ? 0 : ++numbered[0];
            String key = form.key() != null ? form.key() : number == 0 ? "" : "c" + number;
            columns.add(new ColumnField(
                    key,
                    String.valueOf(level),
                    words(form.text()),
                    words(form.unit()),
                    source(form),
                    form.sumOfColumns() == null
                            ? ""
                            : form.sumOfColumns().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    form.atMost() == null ? "" : form.atMost().toPlainString(),
                    Boolean.FALSE.equals(form.cumulative())));
            add(form.columns() == null ? List.of() : form.columns(), level + 1, numbered, columns);
        }
    }

    private static String source(FormColumn form) {
        if (form.source() == null) {
            return TemplateBuilder.Kind.HEADING.name();
        }
        if (form.source() == SourceKind.MEASURE) {
            return form.measure().name();
        }
        if (form.source() == SourceKind.ENTERED) {
            return form.value() == null
                    ? TemplateBuilder.Kind.COUNT.name()
                    : form.value().name();
        }
        return form.source().name();
    }

    private static String words(Object value) {
        return Objects.toString(value, "");
    }

    private static String lines(List<String> lines) {
        return lines == null ? "" : String.join("\n", lines);
    }

    /** @param typed fields of a repeated row have the same name and stand in the order of the rows */
    static TemplateFields typed(String id, MultiValueMap<String, String> typed) {
        return new TemplateFields(
                id,
                one(typed, "title"),
                one(typed, "layout"),
                one(typed, "province"),
                IntStream.range(0, rows(typed, "text"))
                        .mapToObj(i -> new ColumnField(
                                at(typed, "key", i),
                                at(typed, "level", i),
                                at(typed, "text", i),
                                at(typed, "unit", i),
                                at(typed, "source", i),
                                at(typed, "sum", i),
                                at(typed, "atMost", i),
                                at(typed, "stock", i).equals("true")))
                        .toList(),
                IntStream.range(0, rows(typed, "rule"))
                        .mapToObj(i -> new CheckField(
                                at(typed, "rule", i),
                                at(typed, "whole", i),
                                at(typed, "parts", i),
                                at(typed, "why", i)))
                        .toList(),
                one(typed, "footer"),
                one(typed, "notes"),
                one(typed, "firstDay"),
                one(typed, "lastDay"),
                one(typed, "weeklyDay"),
                one(typed, "weeklyTime"),
                one(typed, "weeklyAfter"),
                IntStream.range(0, rows(typed, "dueDate"))
                        .mapToObj(i -> new DateField(
                                at(typed, "dueKind", i), at(typed, "dueDate", i), at(typed, "dueText", i)))
                        .toList());
    }

    private static int rows(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of()).size();
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        return at(typed, name, 0);
    }

    private static String at(MultiValueMap<String, String> typed, String name, int index) {
        List<String> values = typed.getOrDefault(name, List.of());
        return index < values.size() ? Objects.toString(values.get(index), "") : "";
    }

    /** The same with one more row, one less, or two in another order. @param change such as add, remove:2 or up:3 */
    TemplateFields with(String change) {
        String[] words = change.split(":");
        int row = words.length > 1 && words[1].matches("[0-9]{1,4}") ? Integer.parseInt(words[1]) : -1;
        List<ColumnField> ofColumns = new ArrayList<>(columns);
        List<CheckField> ofChecks = new ArrayList<>(checks);
        List<DateField> ofDates = new ArrayList<>(dates);
        switch (words[0]) {
            case "add" -> ofColumns.add(ColumnField.empty(columns.isEmpty() && layout.equals("ROWS")));
            case "remove" -> remove(ofColumns, row);
            case "up" -> swap(ofColumns, row - 1);
            case "down" -> swap(ofColumns, row);
            case "addCheck" -> ofChecks.add(new CheckField("PARTS_AT_MOST", "", "", ""));
            case "removeCheck" -> remove(ofChecks, row);
            case "addDate" -> ofDates.add(new DateField("STAGE", "", ""));
            case "removeDate" -> remove(ofDates, row);
            default -> {
                return this;
            }
        }
        return new TemplateFields(
                id,
                title,
                layout,
                province,
                ofColumns,
                ofChecks,
                footer,
                notes,
                firstDay,
                lastDay,
                weeklyDay,
                weeklyTime,
                weeklyAfter,
                ofDates);
    }

    private static void remove(List<?> rows, int row) {
        if (row >= 0 && row < rows.size()) {
            rows.remove(row);
        }
    }

    private static void swap(List<ColumnField> rows, int row) {
        if (row >= 0 && row + 1 < rows.size()) {
            rows.add(row, rows.remove(row + 1));
        }
    }
}
