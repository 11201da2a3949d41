package io.chunfeng.solver;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TemplateFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The official table beside what was counted at the doors. */
final class IncidentTable {
    private static final int ALL = 7;
    private static final int COACHES = 8;
    private static final int BY_COACH = 9;
    private static final int BY_RAIL = 11;
    private static final int BY_AIR = 13;

    private final StatisticsTable table;

    IncidentTable(Collection<String> cities, List<RanTrip> ran, Instant asOf) {
        StatisticsTemplate form = TemplateFile.load("T-2024-SX");
        StatisticsTemplate ofCities = new StatisticsTemplate(
                form.id(),
                form.title(),
                form.layout(),
                form.province(),
                cities.stream().map(code -> new ReportingUnit(code, code)).toList(),
                form.columns(),
                form.checks(),
                form.footer(),
                form.notes(),
                form.calendar());
        table = StatisticsTable.of(
                ofCities, ofCities.provinceUnit(), CountedTrips.of(ran, CountingSettings.DEFAULT, asOf));
    }

    /** Where table and ledger differ, one line each; empty when they reconcile. */
    List<String> differences(IncidentLedger ledger) {
        List<String> differences = new ArrayList<>();
        for (StatisticsTable.Row row : table.rows()) {
            Map<IncidentLedger.Mode, Integer> counted =
                    ledger.persons().get(row.unit().code());
            int coach = counted.getOrDefault(IncidentLedger.Mode.COACH, 0);
            int rail = counted.getOrDefault(IncidentLedger.Mode.RAIL, 0);
            int air = counted.getOrDefault(IncidentLedger.Mode.AIR, 0);
            compare(row, BY_COACH, coach, differences);
            compare(row, BY_RAIL, rail, differences);
            compare(row, BY_AIR, air, differences);
            compare(row, ALL, coach + rail + air, differences);
        }
        long coaches =
                table.rows().stream().mapToLong(row -> figure(row, COACHES)).sum();
        if (coaches != ledger.dispatches()) {
            differences.add("coaches: table " + coaches + ", doors " + ledger.dispatches());
        }
        return differences;
    }

    private static void compare(StatisticsTable.Row row, int column, int counted, List<String> differences) {
        if (figure(row, column) != counted) {
            differences.add(
                    row.unit().code() + " column " + column + ": table " + figure(row, column) + ", doors " + counted);
        }
    }

    long persons() {
        return table.rows().stream().mapToLong(row -> figure(row, ALL)).sum();
    }

    private static long figure(StatisticsTable.Row row, int column) {
        return ((StatisticsTable.Figure) row.cells().get(column - 1)).value();
    }
}
