package io.chunfeng;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.freeze.Comparisons;
import io.chunfeng.freeze.FreezeFacts;
import io.chunfeng.freeze.Freezer;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.freeze.Reporting;
import io.chunfeng.statistics.CalendarFile;
import io.chunfeng.statistics.NoticeCalendar;
import io.chunfeng.statistics.Tables;
import io.chunfeng.statistics.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Freezing tables, and when they are due. A file of calendars that cannot be read ends the start with its fault. */
@Configuration(proxyBeanMethods = false)
class FreezeConfiguration {

    @Bean
    static Freezer freezer(Tables tables, Ledger ledger, FreezeFacts facts, FrozenTables frozen, Clock clock) {
        return new Freezer(tables, ledger, facts, frozen, clock);
    }

    @Bean
    static Comparisons comparisons(FrozenTables frozen, Ledger ledger) {
        return new Comparisons(frozen, ledger);
    }

    @Bean
    static Reporting reporting(
            Templates templates,
            FrozenTables frozen,
            @Value("${chunfeng.reporting.warning}") Duration warning,
            @Value("${chunfeng.reporting.grace}") Duration grace,
            @Value("${chunfeng.reporting.calendars}") String file) {
        List<NoticeCalendar> notices = new ArrayList<>(CalendarFile.shipped());
        if (!file.isBlank()) {
            notices.addAll(CalendarFile.read(Path.of(file)));
        }
        return new Reporting(notices, templates, frozen, warning, grace);
    }
}
