package io.chunfeng.statistics;

import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entering figures of a form, for one unit at a time: read, checked, recorded all or none. */
public final class FigureEntry {
    private final EnteredFigures figures;
    private final Ledger ledger;

    public FigureEntry(EnteredFigures figures, Ledger ledger) {
        this.figures = figures;
        this.ledger = ledger;
    }

    /** @param unit a city or county of the template */
    public EntrySheet sheet(TemplateVersion version, ReportingUnit unit, Instant asOf) {
        if (unit.isProvince()) {
            throw new IllegalArgumentException("figures are entered for cities and counties, not for " + unit.name());
        }
        return new EntrySheet(
                version.template(),
                version.version(),
                unit,
                asOf,
                figures.history(version.id(), unit.code()),
                new Entries(figures.inForce(version.id(), asOf, ledger.newest())));
    }

    /**
     * @param values as read, by number of the column; fields that could not be read are missing
     * @param findings what is wrong or odd, by number of the column
     */
    public record Reading(Map<Integer, EnteredValue> values, List<EntryFinding> findings) {}

    /** @param typed by number of the column; a field that is missing stays as it is */
    public static Reading read(EntrySheet sheet, Map<Integer, String> typed) {
        Map<Integer, EnteredValue> values = new HashMap<>();
        List<EntryFinding> unreadable = new ArrayList<>();
        for (int number : sheet.fields()) {
            if (typed.containsKey(number)) {
                TypedValue read = TypedValue.read(sheet.template(), number, sheet.unit(), typed.get(number));
                if (read.finding() == null) {
                    values.put(number, read.value());
                } else {
                    unreadable.add(read.finding());
                }
            }
        }
        return new Reading(values, unreadable.isEmpty() ? EntryCheck.check(sheet, values) : unreadable);
    }

    /**
     * Records what differs from what the sheet holds.
     *
     * @param seen of the sheet that the author looked at
     * @return id of the recording, 0 when nothing differs
     * @throws StaleFiguresException when somebody else entered figures of the unit meanwhile
     * @throws IllegalArgumentException when a finding stands against it
     */
    public long save(EntrySheet sheet, Reading reading, long seen, Author author) {
        if (!EntryFinding.accepted(reading.findings(), author.reason())) {
            throw new IllegalArgumentException("figures with findings cannot be recorded: " + reading.findings());
        }
        Map<String, EnteredValue> changes = new LinkedHashMap<>();
        sheet.changes(reading.values())
                .forEach((number, value) ->
                        changes.put(sheet.template().column(number).key(), value));
        if (changes.isEmpty()) {
            return 0;
        }
        return figures.record(
                sheet.template().id(),
                sheet.version(),
                sheet.asOf(),
                List.of(new EnteredFigures.Entry(sheet.unit().code(), seen, changes)),
                author);
    }
}
