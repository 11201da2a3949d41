package io.chunfeng.web;

import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TemplateFault;
import io.chunfeng.statistics.TemplateForm;
import java.time.Instant;
import java.util.List;

/**
 * A template as it would be printed, with nothing filled in.
 *
 * @param view null while something is missing @param fault what is missing or wrong, or null
 */
record TemplatePreview(StatisticsView view, TemplateFault fault) {

    static TemplatePreview of(TemplateFields fields) {
        try {
            return of(TemplateBuilder.form(fields, null));
        } catch (TemplateFault e) {
            return new TemplatePreview(null, e);
        }
    }

    static TemplatePreview of(TemplateForm form) {
        try {
            StatisticsTemplate template = form.template();
            StatisticsTable empty = StatisticsTable.of(
                    template,
                    template.rows(template.provinceUnit()).get(0),
                    CountedTrips.of(List.of(), CountingSettings.DEFAULT, Instant.EPOCH));
            return new TemplatePreview(
                    new StatisticsView(empty, new StatisticsQuery(template.id(), null, null, null), false), null);
        } catch (TemplateFault e) {
            return new TemplatePreview(null, e);
        }
    }

    /** To begin a new template with. */
    static TemplateFields blank(String id) {
        return new TemplateFields(id, "", "ROWS", "14", List.of(), List.of(), "", "", "", "", "", "", "", List.of());
    }

    static List<AdminArea> provinces() {
        return AdminCodes.all().areas().stream().filter(AdminArea::isProvince).toList();
    }
}
