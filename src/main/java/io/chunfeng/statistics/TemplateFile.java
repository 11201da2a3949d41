package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTemplate.CityName;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import io.chunfeng.statistics.StatisticsTemplate.Measured;
import io.chunfeng.statistics.StatisticsTemplate.Source;
import io.chunfeng.statistics.StatisticsTemplate.SumOf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads templates. An error names the file and the fault; nothing is guessed. */
public final class TemplateFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private TemplateFile() {}

    /**
     * The template of this id, which comes with the program.
     *
     * @throws IllegalArgumentException when there is none, or it cannot be read
     */
    public static StatisticsTemplate load(String id) {
        String name = "statistics/" + id + ".json";
        try (InputStream in = TemplateFile.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + ": there is no such template");
            }
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StatisticsTemplate read(String name, InputStream in) {
        try {
            return JSON.readValue(in, Form.class).template();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage() + " " + e.getPathReference(), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private enum SourceKind {
        CITY,
        ENTERED,
        MEASURE,
        SUM
    }

    private record Form(
            String id, String title, List<City> cities, List<FormColumn> columns, ReportingCalendar calendar) {
        StatisticsTemplate template() {
            return new StatisticsTemplate(
                    id,
                    title,
                    Objects.requireNonNull(cities, "cities are missing"),
                    Objects.requireNonNull(columns, "columns are missing").stream()
                            .map(FormColumn::column)
                            .toList(),
                    Objects.requireNonNull(calendar, "the calendar is missing"));
        }
    }

    private record FormColumn(
            String text,
            String unit,
            SourceKind source,
            Measure measure,
            List<Integer> sumOfColumns,
            List<FormColumn> columns) {

        Column column() {
            List<FormColumn> below = columns == null ? List.of() : columns;
            return new Column(
                    text, unit, read(), below.stream().map(FormColumn::column).toList());
        }

        private Source read() {
            if ((source == SourceKind.MEASURE) != (measure != null)
                    || (source == SourceKind.SUM) != (sumOfColumns != null)) {
                throw new IllegalArgumentException("column “" + text
                        + "”: a source MEASURE names its measure, a source SUM its sumOfColumns, others neither");
            }
            if (source == null) {
                return null;
            }
            return switch (source) {
                case CITY -> new CityName();
                case ENTERED -> new Entered();
                case MEASURE -> new Measured(measure);
                case SUM -> new SumOf(sumOfColumns);
            };
        }
    }
}
