package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTemplate.CityName;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import io.chunfeng.statistics.StatisticsTemplate.Measured;
import io.chunfeng.statistics.StatisticsTemplate.Source;
import io.chunfeng.statistics.StatisticsTemplate.SumOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A template as it is written down (JSON), complete or not yet.
 *
 * @param cities null for all cities of the province
 */
public record TemplateForm(
        String id,
        String title,
        FormLayout layout,
        String province,
        List<FormCity> cities,
        List<FormColumn> columns,
        List<TemplateCheck> checks,
        List<String> footer,
        List<String> notes,
        ReportingCalendar calendar) {

    public enum SourceKind {
        CITY,
        ENTERED,
        MEASURE,
        SUM
    }

    public record FormCity(String code, String name) {}

    /**
     * @param key null for a column of the first version: c1, c2, … by its number
     * @param value null for COUNT @param cumulative null for true @param atMost null for no limit
     */
    public record FormColumn(
            String key,
            String text,
            String unit,
            SourceKind source,
            Measure measure,
            List<Integer> sumOfColumns,
            ValueKind value,
            Boolean cumulative,
            BigDecimal atMost,
            List<FormColumn> columns) {}

    /** @throws IllegalArgumentException that says what is missing or wrong, and where */
    public StatisticsTemplate template() {
        if (columns == null || columns.isEmpty()) {
            throw new TemplateFault(TemplateFault.Code.NO_COLUMNS);
        }
        if (calendar == null) {
            throw new TemplateFault(TemplateFault.Code.NO_CALENDAR);
        }
        return new StatisticsTemplate(
                id,
                title,
                layout,
                province,
                units(),
                columns(columns, new int[1]),
                orNone(checks),
                orNone(footer),
                orNone(notes),
                calendar);
    }

    private List<ReportingUnit> units() {
        if (cities == null) {
            return ReportingUnits.citiesOf(String.valueOf(province));
        }
        List<ReportingUnit> units = new ArrayList<>();
        for (FormCity city : cities) {
            if (city.code() == null
                    || !city.code().matches("[0-9]{4}")
                    || !city.code().startsWith(province)) {
                throw new TemplateFault(TemplateFault.Code.CITY_CODE, city.code(), province);
            }
            units.add(new ReportingUnit(city.code(), city.name()));
        }
        return units;
    }

    /** @param numbered how many have a number already */
    private static List<Column> columns(List<FormColumn> forms, int[] numbered) {
        List<Column> columns = new ArrayList<>();
        for (FormColumn form : forms) {
            Source source = source(form);
            int number = source == null ? 0 : ++numbered[0];
            String key = form.key() == null && source != null ? "c" + number : form.key();
            columns.add(new Column(key, form.text(), form.unit(), source, columns(orNone(form.columns()), numbered)));
        }
        return columns;
    }

    private static Source source(FormColumn form) {
        if ((form.source() == SourceKind.MEASURE) != (form.measure() != null)
                || (form.source() == SourceKind.SUM) != (form.sumOfColumns() != null)) {
            throw new TemplateFault(TemplateFault.Code.SOURCE_PARTS, form.text());
        }
        if (form.source() == null) {
            return null;
        }
        return switch (form.source()) {
            case CITY -> new CityName();
            case ENTERED ->
                new Entered(
                        form.value() == null ? ValueKind.COUNT : form.value(),
                        form.cumulative() == null || form.cumulative(),
                        form.atMost());
            case MEASURE -> new Measured(form.measure());
            case SUM -> new SumOf(form.sumOfColumns());
        };
    }

    private static <T> List<T> orNone(List<T> items) {
        return items == null ? List.of() : items;
    }
}
