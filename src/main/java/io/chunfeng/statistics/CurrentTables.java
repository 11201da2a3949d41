package io.chunfeng.statistics;

import io.chunfeng.dispatch.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The templates in force, filled in with all that is recorded by now, counted as the province has settled. */
public final class CurrentTables {
    /** The table with transport; addresses without a template mean this one. */
    public static final String FIRST = "T-2024-SX";

    private final Templates templates;
    private final Tables tables;
    private final Ledger ledger;
    private final CountingSettings ofProvince;
    private final Clock clock;

    public CurrentTables(Templates templates, Tables tables, Ledger ledger, CountingSettings ofProvince, Clock clock) {
        this.templates = templates;
        this.tables = tables;
        this.ledger = ledger;
        this.ofProvince = ofProvince;
        this.clock = clock;
    }

    public List<TemplateVersion> inForce() {
        return templates.inForce();
    }

    /** @param id null for {@link #FIRST} */
    public Optional<TemplateVersion> inForce(String id) {
        return templates.inForce(id == null ? FIRST : id);
    }

    /**
     * @param unit null for the province
     * @param asOf null for the campaign's current moment
     * @param rule null for the province's own
     * @throws IllegalArgumentException for a unit that does not fill the template in
     */
    public StatisticsTable table(TemplateVersion version, String unit, Instant asOf, CountingRule rule) {
        StatisticsTemplate template = version.template();
        return tables.table(new TableQuery(
                version.id(),
                version.version(),
                unit == null ? template.province() : unit,
                asOf == null ? current(template) : asOf,
                ledger.newest(),
                rule == null ? ofProvince : ofProvince.withRule(rule)));
    }

    /** The campaign's current moment, in a table of this template. */
    public Instant current(StatisticsTemplate template) {
        return template.calendar().current(clock.instant());
    }

    /** Id of the newest recording. */
    public long newest() {
        return ledger.newest();
    }

    /** The report that is due next. */
    public Optional<ReportingMoment> nextDue(StatisticsTemplate template) {
        return template.calendar().nextDue(clock.instant());
    }
}
