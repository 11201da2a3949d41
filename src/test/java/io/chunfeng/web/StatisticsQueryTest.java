package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.statistics.CountingRule;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class StatisticsQueryTest {
    @Test
    void timesInTheAddressAreOfShanghai() {
        StatisticsQuery query = new StatisticsQuery(null, null, LocalDateTime.parse("2024-02-22T18:00"), null);
        assertThat(query.moment()).isEqualTo(Instant.parse("2024-02-22T10:00:00Z"));
        assertThat(query.at(Instant.parse("2024-02-22T10:00:00Z"))).isEqualTo(query);
    }

    @Test
    void withoutATimeItNamesNone() {
        assertThat(new StatisticsQuery(null, null, null, null).moment()).isNull();
    }

    @Test
    void aYearThatNoDatabaseHoldsIsRefused() {
        StatisticsQuery query = new StatisticsQuery(null, null, LocalDateTime.parse("+12024-02-22T18:00:00"), null);
        assertThatThrownBy(() -> query.moment()).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void addressesCarryWhatWasChosenAndNothingElse() {
        StatisticsQuery chosen =
                new StatisticsQuery(null, null, LocalDateTime.parse("2024-02-22T18:00"), CountingRule.EVERY_BOARDING);
        assertThat(new StatisticsQuery(null, null, null, null).pageHref()).isEqualTo("/statistics");
        assertThat(chosen.pageHref()).isEqualTo("/statistics?asOf=2024-02-22T18:00&rule=EVERY_BOARDING");
        assertThat(chosen.workbookHref("T-2024-SX"))
                .isEqualTo("/statistics/T-2024-SX.xlsx?asOf=2024-02-22T18:00&rule=EVERY_BOARDING");
        assertThat(chosen.tripsHref("1411", 8))
                .isEqualTo("/statistics/trips?asOf=2024-02-22T18:00&rule=EVERY_BOARDING&city=1411&column=8");
    }

    @Test
    void anotherTemplateAndUnitAreInTheAddressToo() {
        StatisticsQuery query = new StatisticsQuery("T-2023-CF", "3701", null, null);
        assertThat(query.pageHref()).isEqualTo("/statistics?unit=3701&template=T-2023-CF");
        assertThat(query.workbookHref("T-2023-CF")).isEqualTo("/statistics/T-2023-CF.xlsx?unit=3701");
        assertThat(new StatisticsQuery("T-2024-SX", " ", null, null).pageHref()).isEqualTo("/statistics");
    }
}
