package io.chunfeng.freeze;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.FilledCell;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.TemplateCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a filled-in table apart: its cells, and the trips behind each of them. */
final class FrozenContents {
    private FrozenContents() {}

    static FrozenContent of(StatisticsTable table, byte[] workbook) {
        List<Column> columns = table.template().leaves();
        Map<String, String> names = new HashMap<>();
        table.rows().forEach(row -> names.put(row.unit().code(), row.unit().name()));
        List<FrozenCell> cells = new ArrayList<>();
        Map<TripKey, FrozenTrip> trips = new LinkedHashMap<>();
        List<FrozenShare> shares = new ArrayList<>();
        for (FilledCell cell : table.filled()) {
            Column column = columns.get(cell.column() - 1);
            cells.add(new FrozenCell(cell, names.get(cell.row()), column.text(), column.unit()));
            if (cell.counted()) {
                for (CountedTrips.Share share : table.behind(cell.column(), cell.row())) {
                    RanTrip trip = share.counted().trip();
                    trips.computeIfAbsent(TripKey.of(trip), key -> FrozenTrip.of(trip));
                    shares.add(new FrozenShare(cell.row(), cell.column(), TripKey.of(trip), share.value()));
                }
            }
        }
        return new FrozenContent(workbook, cells, List.copyOf(trips.values()), shares);
    }

    static boolean counts(List<FrozenCell> cells) {
        return cells.stream().anyMatch(cell -> cell.cell().counted());
    }

    static List<Sums.Rule> sums(StatisticsTemplate template) {
        List<Sums.Rule> rules = new ArrayList<>();
        List<Column> columns = template.leaves();
        for (int number = 1; number <= columns.size(); number++) {
            if (columns.get(number - 1).source() instanceof StatisticsTemplate.SumOf sum) {
                rules.add(new Sums.Rule(number, sum.columns()));
            }
        }
        template.checks().stream()
                .filter(check -> check.rule() == TemplateCheck.Rule.SUM_EQUALS)
                .forEach(check -> rules.add(new Sums.Rule(check.whole(), check.parts())));
        return rules;
    }
}
