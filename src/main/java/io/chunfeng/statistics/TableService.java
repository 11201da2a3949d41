package io.chunfeng.statistics;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.RanTrip;
import java.util.List;

/** Tables from the templates, the ledger and the entered figures; all three only grow, so a table stays what it was. */
public final class TableService implements Tables {
    private final Templates templates;
    private final Ledger ledger;
    private final EnteredFigures figures;

    public TableService(Templates templates, Ledger ledger, EnteredFigures figures) {
        this.templates = templates;
        this.ledger = ledger;
        this.figures = figures;
    }

    @Override
    public StatisticsTable table(TableQuery query) {
        StatisticsTemplate template = templates
                .version(query.template(), query.version())
                .filter(TemplateVersion::published)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no template " + query.template() + " in version " + query.version()))
                .template();
        ReportingUnit unit = template.unit(query.unit())
                .orElseThrow(() ->
                        new IllegalArgumentException("no unit " + query.unit() + " fills in " + query.template()));
        List<RanTrip> trips = template.counts() ? ledger.ranTrips(query.asOf(), query.recording()) : List.of();
        return StatisticsTable.of(
                template,
                unit,
                CountedTrips.of(trips, query.settings(), query.asOf()),
                new Entries(figures.inForce(query.template(), query.asOf(), query.recording())));
    }
}
