package io.chunfeng.web.api;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.SeatBlockConversion;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TemplateVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "statistics", description = "The official table, counted from the trips that ran")
class StatisticsApi {
    private final CurrentTables tables;

    StatisticsApi(CurrentTables tables) {
        this.tables = tables;
    }

    /** @param number in the official form, from 1 */
    record TableColumn(
            @Schema(example = "3") int number,
            @Schema(example = "专车人次") String text,

            @Schema(description = "Unit of its figures; none for words", example = "人次")
            String unit) {}

    /** @param values by column; null where a figure is to be entered by hand, texts as they are printed */
    record TableRow(
            @Schema(description = "GB/T 2260, first four digits; none for the totals", example = "1401")
            String code,

            @Schema(example = "太原市") String name,

            @Schema(description = "By column; null where a figure is entered by hand", example = "[\"太原市\",120,3]")
            List<Object> values) {}

    record Table(
            @Schema(example = "T-2024-SX") String template,
            @Schema(example = "2024年春风行动开展情况统计表") String title,

            @Schema(description = "Figures are cumulative until this moment")
            OffsetDateTime asOf,

            @Schema(description = "Which boardings count") CountingRule rule,
            RailConversion rail,
            SeatBlockConversion seatBlocks,
            List<TableColumn> columns,
            List<TableRow> rows,
            TableRow totals) {}

    @GetMapping
    @Operation(summary = "The table as of a moment")
    Table table(
            @Parameter(description = "Of the form; the one with transport when left out", example = "T-2024-SX")
                    @RequestParam(required = false)
                    String template,
            @Parameter(
                            description = "GB/T 2260: two digits of a province, four of a city, six of a county",
                            example = "1401")
                    @RequestParam(required = false)
                    String unit,
            @Parameter(
                            description = "With offset; the campaign's current reporting moment when left out",
                            example = "2024-03-01T12:00:00+08:00")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    OffsetDateTime asOf,
            @Parameter(description = "The province's own when left out") @RequestParam(required = false)
                    CountingRule rule) {
        TemplateVersion version =
                tables.inForce(template).orElseThrow(() -> ProblemException.notFound("template", template));
        if (unit != null && version.template().unit(unit).isEmpty()) {
            throw ProblemException.notFound("unit", unit);
        }
        StatisticsTable table = tables.table(version, unit, asOf == null ? null : asOf.toInstant(), rule);
        CountingSettings settings = table.counted().settings();
        List<TableColumn> columns = new ArrayList<>();
        for (StatisticsTemplate.Column leaf : table.template().leaves()) {
            columns.add(new TableColumn(columns.size() + 1, leaf.text(), leaf.unit()));
        }
        return new Table(
                version.id(),
                version.form().title(),
                Moments.of(table.counted().asOf()),
                settings.rule(),
                settings.rail(),
                settings.seatBlocks(),
                columns,
                table.rows().stream()
                        .map(row -> new TableRow(row.unit().code(), row.unit().name(), values(row.cells())))
                        .toList(),
                new TableRow(null, null, values(table.totals())));
    }

    private static List<Object> values(List<StatisticsTable.Cell> cells) {
        List<Object> values = new ArrayList<>();
        for (StatisticsTable.Cell cell : cells) {
            if (cell instanceof StatisticsTable.Figure figure) {
                values.add(figure.value());
            } else if (cell instanceof StatisticsTable.Amount amount) {
                values.add(amount.value());
            } else {
                values.add(cell instanceof StatisticsTable.Words words ? words.text() : null);
            }
        }
        return values;
    }
}
