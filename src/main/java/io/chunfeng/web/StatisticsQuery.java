package io.chunfeng.web;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which table is shown: the query part of the address, so that it can be kept and passed on.
 *
 * @param asOf in Asia/Shanghai, or null for the campaign's current moment
 * @param rule or null for the province's own
 */
record StatisticsQuery(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime asOf, CountingRule rule) {

    /** @throws ResponseStatusException 400 for a year that no database can hold */
    Instant moment(ReportingCalendar calendar, Instant now) {
        if (asOf == null) {
            return calendar.current(now);
        }
        if (asOf.getYear() < 1 || asOf.getYear() > 9999) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return asOf.atZone(ReportingCalendar.ZONE).toInstant();
    }

    CountingSettings settings(CountingSettings ofProvince) {
        return rule == null ? ofProvince : ofProvince.withRule(rule);
    }

    StatisticsQuery at(Instant moment) {
        return new StatisticsQuery(LocalDateTime.ofInstant(moment, ReportingCalendar.ZONE), rule);
    }

    StatisticsQuery with(CountingRule other) {
        return new StatisticsQuery(asOf, other);
    }

    public String pageHref() {
        return address("/statistics").toUriString();
    }

    public String workbookHref(String template) {
        return address("/statistics/" + template + ".xlsx").toUriString();
    }

    /** The trips behind one figure. */
    public String tripsHref(String city, int column) {
        return address("/statistics/trips")
                .queryParam("city", city)
                .queryParam("column", column)
                .toUriString();
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (asOf != null) {
            address.queryParam("asOf", asOf);
        }
        if (rule != null) {
            address.queryParam("rule", rule);
        }
        return address;
    }
}
