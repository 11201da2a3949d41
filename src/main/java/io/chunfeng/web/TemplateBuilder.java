package io.chunfeng.web;

import io.chunfeng.statistics.FormLayout;
import io.chunfeng.statistics.Measure;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.TemplateCheck;
import io.chunfeng.statistics.TemplateFault;
import io.chunfeng.statistics.TemplateForm;
import io.chunfeng.statistics.TemplateForm.FormColumn;
import io.chunfeng.statistics.TemplateForm.SourceKind;
import io.chunfeng.statistics.ValueKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** From what is typed in {@link TemplateFields} to a template as it is written down. */
final class TemplateBuilder {
    /** What a column may be, besides a measure. */
    enum Kind {
        HEADING,
        CITY,
        COUNT,
        MONEY,
        COUNTIES,
        TEXT,
        SUM
    }

    private final Set<String> keys = new HashSet<>();

    private TemplateBuilder() {}

    /**
     * @throws TemplateFault for a number or a date that is none; what else is wrong the template itself finds
     * @throws ResponseStatusException 400 for what no field of the page can send
     */
    static TemplateForm form(TemplateFields fields, List<TemplateForm.FormCity> cities) {
        try {
            return read(fields, cities);
        } catch (TemplateFault e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    private static TemplateForm read(TemplateFields fields, List<TemplateForm.FormCity> cities) {
        TemplateBuilder builder = new TemplateBuilder();
        fields.columns().forEach(column -> builder.keys.add(column.key()));
        return new TemplateForm(
                fields.id(),
                fields.title(),
                FormLayout.valueOf(fields.layout()),
                fields.province(),
                cities,
                builder.columns(fields.columns(), 0, new int[1]),
                fields.checks().stream()
                        .map(check -> new TemplateCheck(
                                TemplateCheck.Rule.valueOf(check.rule()),
                                check.whole().isBlank() ? null : number(check.whole()),
                                numbers(check.parts()),
                                check.why().isBlank() ? null : check.why().strip()))
                        .toList(),
                lines(fields.footer()),
                lines(fields.notes()),
                calendar(fields));
    }

    /** Those from the position on that are as deep as the level, with what lies below them. */
    private List<FormColumn> columns(List<TemplateFields.ColumnField> typed, int level, int[] next) {
        List<FormColumn> columns = new ArrayList<>();
        while (next[0] < typed.size() && typed.get(next[0]).depth() >= level) {
            TemplateFields.ColumnField field = typed.get(next[0]++);
            columns.add(column(field, columns(typed, level + 1, next)));
        }
        return columns;
    }

    private FormColumn column(TemplateFields.ColumnField field, List<FormColumn> below) {
        boolean measure =
                Arrays.stream(Measure.values()).anyMatch(known -> known.name().equals(field.source()));
        Kind kind = measure ? null : Kind.valueOf(field.source());
        boolean entered =
                Set.of(Kind.COUNT, Kind.MONEY, Kind.COUNTIES, Kind.TEXT).contains(kind == null ? Kind.SUM : kind);
        SourceKind source = measure
                ? SourceKind.MEASURE
                : entered ? SourceKind.ENTERED : kind == Kind.HEADING ? null : SourceKind.valueOf(kind.name());
        return new FormColumn(
                field.key().isBlank() ? newKey() : field.key(),
                field.text().strip(),
                field.unit().isBlank() ? null : field.unit().strip(),
                source,
                measure ? Measure.valueOf(field.source()) : null,
                kind == Kind.SUM ? numbers(field.sum()) : null,
                entered ? ValueKind.valueOf(kind.name()) : null,
                entered ? !field.stock() : null,
                entered && !field.atMost().isBlank() ? limit(field.atMost()) : null,
                below.isEmpty() ? null : below);
    }

    private String newKey() {
        int number = 1;
        while (!keys.add("c" + number)) {
            number++;
        }
        return "c" + number;
    }

    private static ReportingCalendar calendar(TemplateFields fields) {
        ReportingCalendar.Weekly weekly = fields.weeklyDay().isBlank()
                ? null
                : new ReportingCalendar.Weekly(
                        DayOfWeek.valueOf(fields.weeklyDay()),
                        typed(fields.weeklyTime(), LocalTime::parse),
                        typed(fields.weeklyAfter(), LocalDate::parse));
        return new ReportingCalendar(
                typed(fields.firstDay(), LocalDate::parse),
                typed(fields.lastDay(), LocalDate::parse),
                weekly,
                fields.dates().stream()
                        .map(due -> new ReportingCalendar.DueDate(
                                ReportingMoment.Kind.valueOf(due.kind()),
                                typed(due.date(), LocalDate::parse),
                                due.text().strip()))
                        .toList());
    }

    private static <T> T typed(String text, Function<String, T> read) {
        try {
            return text.isBlank() ? null : read.apply(text.strip());
        } catch (DateTimeException e) {
            throw new TemplateFault(TemplateFault.Code.DATE, text);
        }
    }

    private static BigDecimal limit(String text) {
        if (!text.strip().matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            throw new TemplateFault(TemplateFault.Code.LIMIT, text);
        }
        return new BigDecimal(text.strip());
    }

    /** 9, 11, 13 with anything that people put between numbers. */
    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split("[+,，、;\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(TemplateBuilder::number)
                .toList();
    }

    private static int number(String text) {
        if (!text.strip().matches("[0-9]{1,4}")) {
            throw new TemplateFault(TemplateFault.Code.NUMBER, text);
        }
        return Integer.parseInt(text.strip());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
    }
}
