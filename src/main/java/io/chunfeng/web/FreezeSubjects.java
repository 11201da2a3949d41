package io.chunfeng.web;

import io.chunfeng.freeze.Subject;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** From the address of a page to the table that it is about. */
@Component
class FreezeSubjects {
    private static final String USUAL = "T-2024-SX";

    private final Templates templates;
    private final Clock clock;
    private final CountingSettings ofProvince;

    FreezeSubjects(Templates templates, Clock clock, CountingSettings ofProvince) {
        this.templates = templates;
        this.clock = clock;
        this.ofProvince = ofProvince;
    }

    /** @throws NotFoundException for an unknown template, version or unit */
    Subject of(FreezeQuery query) {
        StatisticsTemplate template = template(query).template();
        String unit = query.unit() == null || query.unit().isBlank()
                ? template.provinceUnit().code()
                : query.unit();
        template.unit(unit).orElseThrow(NotFoundException::new);
        return new Subject(
                template.id(),
                template(query).version(),
                unit,
                asOf(query, template),
                query.rule() == null ? ofProvince : ofProvince.withRule(query.rule()));
    }

    TemplateVersion template(FreezeQuery query) {
        String id = query.template() == null || query.template().isBlank() ? USUAL : query.template();
        return (query.version() == null
                        ? templates.inForce(id)
                        : templates.version(id, query.version()).filter(TemplateVersion::published))
                .orElseThrow(NotFoundException::new);
    }

    /** The last moment that was due; before the first one and without a calendar, now. */
    private Instant asOf(FreezeQuery query, StatisticsTemplate template) {
        if (query.asOf() == null) {
            Instant now = clock.instant();
            return template.calendar().moments().stream()
                    .map(ReportingMoment::due)
                    .filter(due -> !due.isAfter(now))
                    .reduce((first, second) -> second)
                    .orElse(now.truncatedTo(ChronoUnit.SECONDS));
        }
        if (query.asOf().getYear() < 1 || query.asOf().getYear() > 9999) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return query.asOf().atZone(ReportingCalendar.ZONE).toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
