package io.chunfeng.web;

import io.chunfeng.freeze.DueBoard;
import io.chunfeng.freeze.DueItem;
import io.chunfeng.freeze.Reporting;
import io.chunfeng.statistics.ReportingCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 报送日历: what is due next, for whom, and what was frozen for what was due. */
@Controller
class CalendarPage {
    private final Reporting reporting;
    private final MessageSource messages;
    private final Clock clock;

    CalendarPage(Reporting reporting, MessageSource messages, Clock clock) {
        this.reporting = reporting;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param check address where its table is looked at and frozen; null for words */
    record Row(DueItem item, String left, String check) {}

    /** @param on the moment to look from, in Asia/Shanghai; absent: now */
    @GetMapping("/statistics/calendar")
    String show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime on,
            Model model,
            Locale locale) {
        if (on != null && (on.getYear() < 1 || on.getYear() > 9999)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Instant now =
                on == null ? clock.instant() : on.atZone(ReportingCalendar.ZONE).toInstant();
        DueBoard board = reporting.board(now);
        model.addAttribute("now", now);
        model.addAttribute("asked", on);
        model.addAttribute("warningDays", reporting.warning().toDays());
        model.addAttribute("ahead", rows(board.ahead(), now, locale));
        model.addAttribute("behind", rows(board.behind(), now, locale));
        return "calendar";
    }

    @GetMapping("/statistics/calendar.ics")
    ResponseEntity<byte[]> calendar() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("报送日历.ics", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(CalendarExport.ics(reporting.board(clock.instant()).items(), reporting.warning(), clock.instant())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> rows(List<DueItem> items, Instant now, Locale locale) {
        return items.stream()
                .map(item -> new Row(item, left(item.left(now), locale), check(item)))
                .toList();
    }

    /** Whole days and hours, rounded down: what is promised is there. */
    private String left(Duration left, Locale locale) {
        Duration size = left.abs();
        String key = (left.isNegative() ? "frozen.ago." : "frozen.left.") + (size.toDays() > 0 ? "days" : "hours");
        return messages.getMessage(
                key,
                new Object[] {
                    String.valueOf(size.toDays()),
                    String.valueOf(size.toHoursPart()),
                    String.valueOf(size.toMinutesPart())
                },
                locale);
    }

    private static String check(DueItem item) {
        return item.item().template() == null
                ? null
                : new FreezeQuery(
                                item.item().template(),
                                null,
                                null,
                                LocalDateTime.ofInstant(item.due(), ReportingCalendar.ZONE),
                                null)
                        .listHref();
    }
}
