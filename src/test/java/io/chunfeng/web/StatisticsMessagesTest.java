package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.ReportingMoment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsMessagesTest {
    private static final Pattern KEY = Pattern.compile("#\\{(statistics\\.[A-Za-z.]+)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("/messages/statistics_en.properties")).isEqualTo(keys("/messages/statistics.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/templates/statistics.html", "/templates/statistics-trips.html"})
    void everyKeyOfATemplateHasWords(String template) throws IOException {
        Set<String> used = new TreeSet<>();
        KEY.matcher(text(template)).results().forEach(key -> used.add(key.group(1)));
        assertThat(used).isNotEmpty();
        assertThat(keys("/messages/statistics.properties")).containsAll(used);
    }

    @Test
    void everyKindHasAName() throws IOException {
        Set<String> keys = keys("/messages/statistics.properties");
        for (RanTrip.Kind kind : RanTrip.Kind.values()) {
            assertThat(keys).contains("statistics.kind." + kind);
        }
        for (ReportingMoment.Kind kind : ReportingMoment.Kind.values()) {
            assertThat(keys).contains("statistics.moment." + kind);
        }
    }

    private Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(getClass().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    private String text(String file) throws IOException {
        try (var in = getClass().getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
