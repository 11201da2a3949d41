package io.chunfeng.web;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.statistics.City;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.SeatBlockConversion;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.StatisticsWorkbook;
import io.chunfeng.statistics.TemplateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 报表: the official table of the season, its workbook, and the trips behind each of its figures. */
@Controller
class StatisticsPage {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter IN_FILE_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ReportingCalendar.ZONE);

    private final Ledger ledger;
    private final Clock clock;
    private final CountingSettings ofProvince;
    private final StatisticsTemplate template = TemplateFile.load("T-2024-SX");

    StatisticsPage(
            Ledger ledger,
            Clock clock,
            @Value("${chunfeng.statistics.rule:MAIN_LEG}") CountingRule rule,
            @Value("${chunfeng.statistics.rail:TRAIN_AS_ONE}") RailConversion rail,
            @Value("${chunfeng.statistics.seat-blocks:SEAT_BLOCK_AS_ONE}") SeatBlockConversion seatBlocks) {
        this.ledger = ledger;
        this.clock = clock;
        this.ofProvince = new CountingSettings(rule, rail, seatBlocks);
    }

    @GetMapping("/statistics")
    String show(StatisticsQuery query, Model model, Locale locale) {
        model.addAttribute("view", new StatisticsView(table(query), query, Format.english(locale)));
        model.addAttribute("next", template.calendar().nextDue(clock.instant()).orElse(null));
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
        String name = template.cities().stream()
                .filter(known -> known.code().equals(city))
                .map(City::name)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (column < 1
                || column > template.leaves().size()
                || template.measures(column).isEmpty()) {
            throw new NotFoundException();
        }
        StatisticsTable table = table(query);
        List<CountedTrips.Share> shares = table.behind(column, city);
        model.addAttribute("view", new StatisticsView(table, query, Format.english(locale)));
        model.addAttribute("city", name);
        model.addAttribute("column", template.leaves().get(column - 1));
        model.addAttribute(
                "shares",
                shares.stream().map(share -> StatisticsTrip.of(share, city)).toList());
        model.addAttribute(
                "sum", shares.stream().mapToLong(CountedTrips.Share::value).sum());
        return "statistics-trips";
    }

    @GetMapping("/statistics/T-2024-SX.xlsx")
    ResponseEntity<byte[]> download(StatisticsQuery query) throws IOException {
        StatisticsTable table = table(query);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        StatisticsWorkbook.write(table, workbook);
        String name =
                template.title() + "-" + IN_FILE_NAME.format(table.counted().asOf()) + ".xlsx";
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(XLSX)
                .body(workbook.toByteArray());
    }

    private StatisticsTable table(StatisticsQuery query) {
        Instant asOf = query.moment(template.calendar(), clock.instant());
        CountedTrips counted = CountedTrips.of(ledger.ranTrips(asOf), query.settings(ofProvince), asOf);
        return StatisticsTable.of(template, template.cities(), counted);
    }
}
