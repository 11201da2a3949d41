package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.TemplateFile;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class StatisticsQueryTest {
    private static final Instant LONG_AFTER = Instant.parse("2026-11-22T00:00:00Z");

    private final ReportingCalendar calendar = TemplateFile.load("T-2024-SX").calendar();

    @Test
    void timesInTheAddressAreOfShanghai() {
        StatisticsQuery query = new StatisticsQuery(LocalDateTime.parse("2024-02-22T18:00"), null);
        assertThat(query.moment(calendar, LONG_AFTER)).isEqualTo(Instant.parse("2024-02-22T10:00:00Z"));
        assertThat(query.at(Instant.parse("2024-02-22T10:00:00Z"))).isEqualTo(query);
    }

    @Test
    void withoutATimeItIsTheCurrentMomentOfTheCampaign() {
        StatisticsQuery query = new StatisticsQuery(null, null);
        Instant peak = Instant.parse("2024-02-17T01:00:00Z");
        assertThat(query.moment(calendar, peak)).isEqualTo(peak);
        assertThat(query.moment(calendar, LONG_AFTER)).isEqualTo(Instant.parse("2024-04-10T15:59:59.999999Z"));
    }

    @Test
    void aYearThatNoDatabaseHoldsIsRefused() {
        StatisticsQuery query = new StatisticsQuery(LocalDateTime.parse("+12024-02-22T18:00:00"), null);
        assertThatThrownBy(() -> query.moment(calendar, LONG_AFTER)).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void theRuleOfTheAddressGoesBeforeTheProvincesOwn() {
        assertThat(new StatisticsQuery(null, null).settings(CountingSettings.DEFAULT))
                .isEqualTo(CountingSettings.DEFAULT);
        assertThat(new StatisticsQuery(null, CountingRule.EVERY_BOARDING).settings(CountingSettings.DEFAULT))
                .isEqualTo(CountingSettings.DEFAULT.withRule(CountingRule.EVERY_BOARDING));
    }

    @Test
    void addressesCarryWhatWasChosenAndNothingElse() {
        StatisticsQuery chosen =
                new StatisticsQuery(LocalDateTime.parse("2024-02-22T18:00"), CountingRule.EVERY_BOARDING);
        assertThat(new StatisticsQuery(null, null).pageHref()).isEqualTo("/statistics");
        assertThat(chosen.pageHref()).isEqualTo("/statistics?asOf=2024-02-22T18:00&rule=EVERY_BOARDING");
        assertThat(chosen.workbookHref("T-2024-SX"))
                .isEqualTo("/statistics/T-2024-SX.xlsx?asOf=2024-02-22T18:00&rule=EVERY_BOARDING");
        assertThat(chosen.tripsHref("1411", 8))
                .isEqualTo("/statistics/trips?asOf=2024-02-22T18:00&rule=EVERY_BOARDING&city=1411&column=8");
    }
}
