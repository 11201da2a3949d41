package io.chunfeng.web;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.StatisticsTemplate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which table is shown: the query part of the address, so that it can be kept and passed on.
 *
 * @param template id, or null for the table with transport
 * @param unit code of the unit that reports, or null for the province
 * @param asOf in Asia/Shanghai, or null for the campaign's current moment
 * @param rule or null for the province's own
 */
record StatisticsQuery(
        String template,
        String unit,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime asOf,
        CountingRule rule) {

    /** The finest that the database keeps. */
    private static final LocalTime END_OF_DAY = LocalTime.MAX.truncatedTo(ChronoUnit.MICROS);

    StatisticsQuery {
        template = template == null || template.isBlank() ? null : template;
        unit = unit == null || unit.isBlank() ? null : unit;
    }

    /**
     * Null when the address names none.
     *
     * @throws ResponseStatusException 400 for a year that no database can hold
     */
    Instant moment() {
        if (asOf == null) {
            return null;
        }
        if (asOf.getYear() < 1 || asOf.getYear() > 9999) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return moment(asOf);
    }

    /** The last second of a day is its end: what a field of a form can hold of the due moment of a date. */
    static Instant moment(LocalDateTime typed) {
        LocalTime time = typed.toLocalTime();
        boolean end = time.truncatedTo(ChronoUnit.SECONDS).equals(LocalTime.of(23, 59, 59));
        return (end ? typed.with(END_OF_DAY) : typed)
                .atZone(ReportingCalendar.ZONE)
                .toInstant();
    }

    StatisticsQuery at(Instant moment) {
        return new StatisticsQuery(template, unit, LocalDateTime.ofInstant(moment, ReportingCalendar.ZONE), rule);
    }

    StatisticsQuery with(CountingRule other) {
        return new StatisticsQuery(template, unit, asOf, other);
    }

    /** Another template begins with its own units and moments. */
    StatisticsQuery of(String other) {
        return new StatisticsQuery(other, null, null, rule);
    }

    StatisticsQuery of(StatisticsTemplate shown) {
        return new StatisticsQuery(shown.id(), unit, asOf, rule);
    }

    public String pageHref() {
        return withTemplate("/statistics").toUriString();
    }

    public String workbookHref(String template) {
        return address("/statistics/" + template + ".xlsx").toUriString();
    }

    /** The trips behind one figure. */
    public String tripsHref(String city, int column) {
        return withTemplate("/statistics/trips")
                .queryParam("city", city)
                .queryParam("column", column)
                .toUriString();
    }

    private UriComponentsBuilder withTemplate(String path) {
        UriComponentsBuilder address = address(path);
        return template == null || template.equals(CurrentTables.FIRST)
                ? address
                : address.queryParam("template", template);
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (unit != null) {
            address.queryParam("unit", unit);
        }
        if (asOf != null) {
            address.queryParam("asOf", asOf);
        }
        if (rule != null) {
            address.queryParam("rule", rule);
        }
        return address;
    }
}
