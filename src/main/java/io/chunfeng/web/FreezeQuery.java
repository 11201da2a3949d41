package io.chunfeng.web;

import io.chunfeng.freeze.Subject;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which table is to be frozen: the query part of the address. What is left out is the usual.
 *
 * @param asOf in Asia/Shanghai
 */
record FreezeQuery(
        String template,
        Integer version,
        String unit,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime asOf,
        CountingRule rule) {

    static FreezeQuery of(Subject subject) {
        return new FreezeQuery(
                subject.template(),
                subject.version(),
                subject.unit(),
                LocalDateTime.ofInstant(subject.asOf(), ReportingCalendar.ZONE),
                subject.settings().rule());
    }

    public String checkHref() {
        return address("/statistics/frozen/check").toUriString();
    }

    /** The form that proposes this table. */
    public String listHref() {
        return address("/statistics/frozen").toUriString();
    }

    public FreezeQuery at(Instant moment) {
        return new FreezeQuery(template, version, unit, LocalDateTime.ofInstant(moment, ReportingCalendar.ZONE), rule);
    }

    /** For the field: whole seconds. */
    public String asOfField() {
        return asOf.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** Without the cell. */
    public String lineageHref() {
        return address("/statistics/lineage").toUriString();
    }

    private UriComponentsBuilder address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("template", Optional.ofNullable(template))
                .queryParamIfPresent("version", Optional.ofNullable(version))
                .queryParamIfPresent("unit", Optional.ofNullable(unit))
                .queryParamIfPresent("asOf", Optional.ofNullable(asOf))
                .queryParamIfPresent("rule", Optional.ofNullable(rule));
    }
}
