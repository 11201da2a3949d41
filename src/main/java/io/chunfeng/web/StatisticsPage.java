package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.StatisticsWorkbook;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.web.security.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 报表: the official tables of the season, their workbooks, and the trips behind each counted figure. */
@Controller
class StatisticsPage {
    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter IN_FILE_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ReportingCalendar.ZONE);

    private final CurrentTables tables;

    StatisticsPage(CurrentTables tables) {
        this.tables = tables;
    }

    @GetMapping("/statistics")
    String show(StatisticsQuery query, Viewer viewer, Model model, Locale locale) {
        TemplateVersion version = version(query.template());
        StatisticsTable table = table(version, query);
        model.addAttribute("view", new StatisticsView(table, query, Format.english(locale)));
        model.addAttribute("templates", StatisticsChoices.templates(tables.inForce(), version, query));
        model.addAttribute("mayEnter", Access.mayChange(viewer.role(), "/statistics/" + version.id() + "/entry"));
        model.addAttribute("units", table.template().units());
        model.addAttribute("next", tables.nextDue(table.template()).orElse(null));
        return "statistics";
    }

    /** @param column number in the table, counted from 1 */
    @GetMapping("/statistics/trips")
    String trips(
            StatisticsQuery query,
            @RequestParam("city") String city,
            @RequestParam("column") int column,
            Model model,
            Locale locale) {
        TemplateVersion version = version(query.template());
        StatisticsTemplate template = version.template();
        ReportingUnit unit =
                template.unit(city).filter(known -> !known.isCounty()).orElseThrow(NotFoundException::new);
        if (column < 1
                || column > template.leaves().size()
                || template.measures(column).isEmpty()) {
            throw new NotFoundException();
        }
        StatisticsTable table = table(version, query);
        List<CountedTrips.Share> shares = table.behind(column, unit.code());
        model.addAttribute("view", new StatisticsView(table, query, Format.english(locale)));
        model.addAttribute("city", unit.name());
        model.addAttribute("column", template.column(column));
        model.addAttribute(
                "shares",
                shares.stream()
                        .map(share -> StatisticsTrip.of(share, unit.code()))
                        .toList());
        model.addAttribute(
                "sum", shares.stream().mapToLong(CountedTrips.Share::value).sum());
        return "statistics-trips";
    }

    /** Counties may have the forms of their own counties. */
    @GetMapping("/statistics/{template}.xlsx")
    ResponseEntity<byte[]> download(@PathVariable("template") String id, StatisticsQuery query, Viewer viewer)
            throws IOException {
        StatisticsTable table = table(version(id), query);
        EntryScope.require(viewer, table.unit());
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        StatisticsWorkbook.write(table, workbook);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(fileName(table), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(XLSX)
                .body(workbook.toByteArray());
    }

    private static String fileName(StatisticsTable table) {
        String unit = table.unit().isProvince() ? "" : "-" + table.unit().name();
        return table.template().title() + unit + "-"
                + IN_FILE_NAME.format(table.counted().asOf()) + ".xlsx";
    }

    private TemplateVersion version(String id) {
        return tables.inForce(id).orElseThrow(NotFoundException::new);
    }

    private StatisticsTable table(TemplateVersion version, StatisticsQuery query) {
        if (query.unit() != null && version.template().unit(query.unit()).isEmpty()) {
            throw new NotFoundException();
        }
        return tables.table(version, query.unit(), query.moment(), query.rule());
    }
}
