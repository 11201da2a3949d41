package io.chunfeng;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.FigureEntry;
import io.chunfeng.statistics.FigureImport;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.SeatBlockConversion;
import io.chunfeng.statistics.TableService;
import io.chunfeng.statistics.Tables;
import io.chunfeng.statistics.Templates;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The official tables: from templates, ledger and entered figures, as the province counts. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    @Bean
    static CountingSettings countingSettings(
            @Value("${chunfeng.statistics.rule:MAIN_LEG}") CountingRule rule,
            @Value("${chunfeng.statistics.rail:TRAIN_AS_ONE}") RailConversion rail,
            @Value("${chunfeng.statistics.seat-blocks:SEAT_BLOCK_AS_ONE}") SeatBlockConversion seatBlocks) {
        return new CountingSettings(rule, rail, seatBlocks);
    }

    @Bean
    static Tables tables(Templates templates, Ledger ledger, EnteredFigures figures) {
        return new TableService(templates, ledger, figures);
    }

    @Bean
    static CurrentTables currentTables(
            Templates templates, Tables tables, Ledger ledger, CountingSettings settings, Clock clock) {
        return new CurrentTables(templates, tables, ledger, settings, clock);
    }

    @Bean
    static FigureEntry figureEntry(EnteredFigures figures, Ledger ledger) {
        return new FigureEntry(figures, ledger);
    }

    @Bean
    static FigureImport figureImport(FigureEntry entry, EnteredFigures figures) {
        return new FigureImport(entry, figures);
    }
}
