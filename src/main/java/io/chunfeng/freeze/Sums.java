package io.chunfeng.freeze;

import io.chunfeng.freeze.Finding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** D4: sums are those of their parts, and counted figures those of the trips behind them. */
final class Sums {
    private Sums() {}

    /** @param column the sum @param parts the columns that it sums */
    record Rule(int column, List<Integer> parts) {}

    static List<Finding> broken(List<Rule> rules, List<FrozenCell> cells, List<FrozenShare> shares) {
        Map<String, Map<Integer, FrozenCell>> rows = new HashMap<>();
        cells.forEach(cell -> rows.computeIfAbsent(cell.cell().row(), row -> new HashMap<>())
                .put(cell.cell().column(), cell));
        Map<List<Object>, Long> counted = shares.stream()
                .collect(Collectors.groupingBy(
                        share -> List.of(share.row(), share.column()), Collectors.summingLong(FrozenShare::value)));
        List<Finding> findings = new ArrayList<>();
        for (FrozenCell cell : cells) {
            for (Rule rule : rules) {
                if (rule.column == cell.cell().column()) {
                    ofParts(cell, rule, rows.get(cell.cell().row()), findings);
                }
            }
            if (cell.cell().counted()) {
                long trips = counted.getOrDefault(
                        List.of(cell.cell().row(), cell.cell().column()), 0L);
                if (figure(cell).compareTo(BigDecimal.valueOf(trips)) != 0) {
                    findings.add(finding(Kind.TRIPS, cell, String.valueOf(trips)));
                }
            }
        }
        return findings;
    }

    /** Where neither the sum nor any part is filled in, there is nothing to add up. */
    private static void ofParts(FrozenCell cell, Rule rule, Map<Integer, FrozenCell> row, List<Finding> findings) {
        List<FrozenCell> parts = rule.parts.stream()
                .map(row::get)
                .filter(part -> part != null && part.cell().number() != null)
                .toList();
        if (cell.cell().number() == null && parts.isEmpty()) {
            return;
        }
        BigDecimal sum = parts.stream().map(Sums::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (figure(cell).compareTo(sum) != 0) {
            findings.add(finding(Kind.SUM, cell, sum.toPlainString()));
        }
    }

    private static Finding finding(Kind kind, FrozenCell cell, String sum) {
        return new Finding(
                kind,
                List.of(
                        cell.rowName(),
                        cell.heading(),
                        cell.cell().address(),
                        figure(cell).toPlainString(),
                        sum),
                List.of());
    }

    static BigDecimal figure(FrozenCell cell) {
        return cell.cell().number() == null ? BigDecimal.ZERO : cell.cell().number();
    }
}
