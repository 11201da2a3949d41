package io.chunfeng.web;

import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.EnteredValue;
import io.chunfeng.statistics.StatisticsTemplate;
import java.util.stream.Collectors;

/** What somebody entered, as the form prints it. */
final class EnteredWords {
    private EnteredWords() {}

    /** Empty for what was taken back. */
    static String shown(StatisticsTemplate.Column column, EnteredValue value) {
        if (value instanceof EnteredValue.Number number) {
            return FrozenGrid.number(column.printed(number.kept()));
        }
        if (value instanceof EnteredValue.Counties counties) {
            return counties.codes().stream()
                    .map(code ->
                            AdminCodes.all().find(code).map(area -> area.name()).orElse(code))
                    .collect(Collectors.joining("、"));
        }
        return value instanceof EnteredValue.Text text ? text.words() : "";
    }
}
