package io.chunfeng.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.statistics.ReportingMoment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingCalendarTest {
    private final ReportingCalendar calendar = TemplateFile.load("T-2024-SX").calendar();

    @Test
    void everyThursdayAfterTheSpringFestivalAndTheDatesOfTheNotice() {
        assertThat(calendar.moments())
                .filteredOn(moment -> moment.kind() == Kind.WEEKLY)
                .extracting(
                        moment -> moment.due().atZone(ReportingCalendar.ZONE).toString())
                .containsExactly(
                        "2024-02-15T18:00+08:00[Asia/Shanghai]",
                        "2024-02-22T18:00+08:00[Asia/Shanghai]",
                        "2024-02-29T18:00+08:00[Asia/Shanghai]",
                        "2024-03-07T18:00+08:00[Asia/Shanghai]",
                        "2024-03-14T18:00+08:00[Asia/Shanghai]",
                        "2024-03-21T18:00+08:00[Asia/Shanghai]",
                        "2024-03-28T18:00+08:00[Asia/Shanghai]",
                        "2024-04-04T18:00+08:00[Asia/Shanghai]");
        assertThat(calendar.moments())
                .filteredOn(moment -> moment.kind() != Kind.WEEKLY)
                .extracting(ReportingMoment::due)
                .containsExactly(endOf("2024-02-02"), endOf("2024-02-22"), endOf("2024-04-10"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31T23:00:00+08:00, 2024-02-02T23:59:59.999999+08:00, STAGE",
        "2024-02-02T18:00:00+08:00, 2024-02-02T23:59:59.999999+08:00, STAGE",
        "2024-02-03T00:00:00+08:00, 2024-02-15T18:00:00+08:00, WEEKLY",
        "2024-02-15T18:00:00+08:00, 2024-02-15T18:00:00+08:00, WEEKLY",
        "2024-02-15T18:00:00.001+08:00, 2024-02-22T18:00:00+08:00, WEEKLY",
        "2024-02-22T18:00:01+08:00, 2024-02-22T23:59:59.999999+08:00, STAGE",
        "2024-04-04T18:00:01+08:00, 2024-04-10T23:59:59.999999+08:00, SUMMARY",
        "2024-04-10T23:59:59+08:00, 2024-04-10T23:59:59.999999+08:00, SUMMARY"
    })
    void whatIsDueNext(String now, String due, Kind kind) {
        assertThat(calendar.nextDue(at(now))).hasValueSatisfying(moment -> {
            assertThat(moment.due()).isEqualTo(at(due));
            assertThat(moment.kind()).isEqualTo(kind);
        });
    }

    @Test
    void nothingIsDueAfterTheSummary() {
        assertThat(calendar.nextDue(at("2024-04-11T00:00:00+08:00"))).isEmpty();
    }

    @Test
    void theCurrentMomentIsNowAndAfterTheCampaignItsLastDueMoment() {
        assertThat(calendar.current(at("2024-02-17T09:30:15.5+08:00"))).isEqualTo(at("2024-02-17T09:30:15+08:00"));
        assertThat(calendar.current(at("2026-11-22T09:30:15+08:00"))).isEqualTo(endOf("2024-04-10"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-15T18:00:00+08:00, 2024-02-08T18:00:00+08:00, 2024-02-15T18:00:00+08:00",
        "2024-02-15T18:00:01+08:00, 2024-02-15T18:00:00+08:00, 2024-02-22T18:00:00+08:00",
        // Sunday and Monday belong together: it is not an ISO week.
        "2024-02-18T23:59:59+08:00, 2024-02-15T18:00:00+08:00, 2024-02-22T18:00:00+08:00",
        "2024-02-19T00:00:00+08:00, 2024-02-15T18:00:00+08:00, 2024-02-22T18:00:00+08:00",
        // Still Thursday 17:00 in Shanghai although Thursday 09:00 in UTC, and New Year does not move it.
        "2024-02-08T09:00:00Z, 2024-02-01T18:00:00+08:00, 2024-02-08T18:00:00+08:00",
        "2024-02-10T12:00:00+08:00, 2024-02-08T18:00:00+08:00, 2024-02-15T18:00:00+08:00",
        // Friday in Shanghai, Thursday in UTC.
        "2024-02-15T17:00:00Z, 2024-02-15T18:00:00+08:00, 2024-02-22T18:00:00+08:00"
    })
    void weeksEndOnThursdayAtSix(String moment, String after, String until) {
        WeeklyWindow window = calendar.week(at(moment));
        assertThat(window).isEqualTo(new WeeklyWindow(at(after), at(until)));
        assertThat(window.contains(at(moment))).isTrue();
        assertThat(window.contains(window.after())).isFalse();
        assertThat(window.contains(window.until())).isTrue();
        assertThat(window.contains(window.until().plusNanos(1))).isFalse();
    }

    private static Instant endOf(String date) {
        return ReportingCalendar.endOf(LocalDate.parse(date));
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
