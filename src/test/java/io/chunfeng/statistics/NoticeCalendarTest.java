package io.chunfeng.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Due dates of the notices, domain.md section 6. */
class NoticeCalendarTest {
    private static final Map<String, ReportingItem> OF_2023 = CalendarFile.shipped().get(0).items().stream()
            .collect(Collectors.toMap(ReportingItem::code, item -> item));

    private static List<LocalDate> dates(ReportingItem item) {
        return item.dues().stream()
                .map(due -> due.atZone(ReportingCalendar.ZONE).toLocalDate())
                .toList();
    }

    @Test
    void theTableOf2023IsDueFromCitiesAndFromDistricts() {
        assertThat(dates(OF_2023.get("CF-CITY")))
                .containsExactly(LocalDate.of(2023, 1, 9), LocalDate.of(2023, 2, 3), LocalDate.of(2023, 4, 3));
        assertThat(dates(OF_2023.get("CF-COUNTY")))
                .containsExactly(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));
        assertThat(OF_2023.get("CF-CITY").dues().get(0)).isEqualTo(Instant.parse("2023-01-09T15:59:59.999999Z"));
    }

    @Test
    void theWeekOfTheSpringFestivalIsNotLeftOut() {
        List<LocalDate> mondays = dates(OF_2023.get("MONDAY"));
        assertThat(mondays).contains(LocalDate.of(2023, 1, 23)).allMatch(date -> date.getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(dates(OF_2023.get("FRIDAY")))
                .contains(LocalDate.of(2023, 1, 27))
                .allMatch(date -> date.getDayOfWeek() == DayOfWeek.FRIDAY);
    }

    @Test
    void theCalendarOfAFormIsTheSameAsItsMoments() {
        StatisticsTemplate template = TemplateFile.load("T-2024-SX");
        NoticeCalendar calendar = NoticeCalendar.of(template.id(), template.title(), template.calendar());
        assertThat(calendar.items().stream().flatMap(item -> item.dues().stream()).sorted())
                .containsExactlyElementsOf(template.calendar().moments().stream()
                        .map(ReportingMoment::due)
                        .toList());
        assertThat(calendar.items().get(0).dues())
                .hasSize(8)
                .startsWith(Instant.parse("2024-02-15T10:00:00Z"))
                .endsWith(Instant.parse("2024-04-04T10:00:00Z"));
    }

    @Test
    void noticesOfAFileNeedNoRelease(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("2027.json");
        Files.writeString(file, """
                [{"id": "2027", "title": "通知", "items": [{"code": "W", "text": "周报", "kind": "WEEKLY", "by": "COUNTY",
                  "to": "CITY", "weekly": {"day": "WEDNESDAY", "time": "12:00", "from": "2027-02-03", "until": "2027-02-10"}}]}]
                """);
        assertThat(CalendarFile.read(file).get(0).items().get(0).dues())
                .as("first and last day are days of it")
                .containsExactly(Instant.parse("2027-02-03T04:00:00Z"), Instant.parse("2027-02-10T04:00:00Z"));
    }

    @Test
    void aFaultNamesFileAndPlace() {
        String never = "[{\"id\": \"x\", \"title\": \"x\", \"items\": [{\"code\": \"W\", \"text\": \"x\", \"kind\": \"WEEKLY\","
                + " \"by\": \"CITY\", \"to\": \"PROVINCE\"}]}]";
        assertThatThrownBy(() -> read(never)).hasMessageContaining("x.json").hasMessageContaining("never due");
        assertThatThrownBy(() -> read("[{\"id\": \"x\", \"title\": \"x\", \"items\": [], \"note\": \"x\"}]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.json")
                .hasMessageContaining("note");
        assertThatThrownBy(() -> CalendarFile.read(Path.of("no-such-file.json"))).hasMessageContaining("no-such-file.json");
    }

    private static List<NoticeCalendar> read(String json) {
        return CalendarFile.read("x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
