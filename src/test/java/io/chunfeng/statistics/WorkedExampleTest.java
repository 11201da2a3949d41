package io.chunfeng.statistics;

import static io.chunfeng.statistics.DispatchDay.LVLIANG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** domain.md section 5: "must hold". */
class WorkedExampleTest {
    private final StatisticsTemplate template = TemplateFile.load("T-2024-SX");

    @ParameterizedTest
    @CsvSource({"MAIN_LEG, 501, 2, 102", "EVERY_BOARDING, 754, 8, 355"})
    void theTableOfLvliang(CountingRule rule, long total, long coaches, long coachPersons) {
        StatisticsTable table = table(rule, SeatBlockConversion.SEAT_BLOCK_AS_ONE);
        StatisticsTable.Row row = table.rows().get(10);
        assertThat(row.unit().code()).isEqualTo(LVLIANG);
        assertThat(row.cells().subList(6, 13)).containsExactlyElementsOf(figures(total, coaches, coachPersons, 2));
        assertThat(table.totals().subList(6, 13)).containsExactlyElementsOf(figures(total, coaches, coachPersons, 2));
    }

    @ParameterizedTest
    @CsvSource({"MAIN_LEG, 501, 2, 102", "EVERY_BOARDING, 754, 8, 355"})
    void seatBlocksThatAreNoFlightsStillCarryPersons(CountingRule rule, long total, long coaches, long coachPersons) {
        StatisticsTable table = table(rule, SeatBlockConversion.SEAT_BLOCK_NOT_COUNTED);
        assertThat(table.rows().get(10).cells().subList(6, 13))
                .containsExactlyElementsOf(figures(total, coaches, coachPersons, 0));
    }

    private StatisticsTable table(CountingRule rule, SeatBlockConversion blocks) {
        CountingSettings settings = new CountingSettings(rule, RailConversion.TRAIN_AS_ONE, blocks);
        return StatisticsTable.of(
                template, template.provinceUnit(), CountedTrips.of(DispatchDay.trips(), settings, DispatchDay.NOON));
    }

    private static List<StatisticsTable.Cell> figures(long total, long coaches, long coachPersons, long flights) {
        return List.of(
                new StatisticsTable.Figure(7, total),
                new StatisticsTable.Figure(8, coaches),
                new StatisticsTable.Figure(9, coachPersons),
                new StatisticsTable.Figure(10, 3),
                new StatisticsTable.Figure(11, 251),
                new StatisticsTable.Figure(12, flights),
                new StatisticsTable.Figure(13, 148));
    }
}
