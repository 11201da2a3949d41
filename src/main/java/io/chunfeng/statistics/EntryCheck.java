package io.chunfeng.statistics;

import io.chunfeng.statistics.EnteredValue.Counties;
import io.chunfeng.statistics.EnteredValue.Nothing;
import io.chunfeng.statistics.EnteredValue.Number;
import io.chunfeng.statistics.EntryFinding.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules for entered figures: those of every figure here, those among columns in {@link ColumnChecks}. */
final class EntryCheck {
    private static final long LEAP = 1000;

    private EntryCheck() {}

    /** @param values by number of the column; the other fields stay as they are */
    static List<EntryFinding> check(EntrySheet sheet, Map<Integer, EnteredValue> values) {
        Map<Integer, EnteredValue> changes = sheet.changes(values);
        Map<Integer, EnteredValue> state = new HashMap<>();
        sheet.fields().forEach(number -> state.put(number, sheet.current(number)));
        state.putAll(values);
        List<EntryFinding> findings = new ArrayList<>();
        changes.forEach((number, value) -> findings.addAll(figure(sheet, number, value)));
        for (TemplateCheck check : sheet.template().checks()) {
            findings.addAll(ColumnChecks.check(sheet, check, state));
        }
        findings.sort(Comparator.comparingInt(EntryFinding::column));
        return List.copyOf(findings);
    }

    private static Collection<EntryFinding> figure(EntrySheet sheet, int number, EnteredValue value) {
        List<EntryFinding> findings = new ArrayList<>();
        sheet.sameMoment(number)
                .filter(entered -> !(entered.value() instanceof Nothing) && !(value instanceof Nothing))
                .ifPresent(entered -> findings.add(EntryFinding.of(number, Code.CORRECTS, sheet.typed(number))));
        if (value instanceof Nothing && !(sheet.current(number) instanceof Nothing)) {
            findings.add(EntryFinding.of(number, Code.CLEARS, sheet.typed(number)));
        }
        if (value instanceof Number entered) {
            addOfNumber(sheet, number, entered.kept(), findings);
        }
        return findings;
    }

    private static void addOfNumber(EntrySheet sheet, int number, long kept, List<EntryFinding> findings) {
        StatisticsTemplate.Column column = sheet.template().column(number);
        StatisticsTemplate.Entered source = sheet.source(number);
        BigDecimal printed = column.printed(kept);
        if (source.atMost() != null && printed.compareTo(source.atMost()) > 0) {
            findings.add(EntryFinding.of(
                    number,
                    Code.IMPLAUSIBLE,
                    printed.toPlainString(),
                    source.atMost().toPlainString(),
                    column.unit() == null ? "" : column.unit()));
        }
        Long before = sheet.before(number).map(EntryCheck::kept).orElse(null);
        if (source.kind() == ValueKind.MONEY && before != null && before > 0 && kept / LEAP >= before) {
            findings.add(EntryFinding.of(
                    number,
                    Code.LEAPS,
                    printed.toPlainString(),
                    column.printed(before).toPlainString()));
        }
        if (!source.cumulative()) {
            return;
        }
        if (before != null && kept < before) {
            findings.add(
                    EntryFinding.of(number, Code.FALLS, column.printed(before).toPlainString()));
        }
        Long after = sheet.after(number).map(EntryCheck::kept).orElse(null);
        if (after != null && kept > after) {
            findings.add(EntryFinding.of(
                    number, Code.LATER_LOWER, column.printed(after).toPlainString()));
        }
    }

    private static Long kept(EnteredFigure figure) {
        return figure.value() instanceof Number number ? number.kept() : null;
    }

    static boolean named(EnteredValue value) {
        return value instanceof Counties list && !list.codes().isEmpty();
    }
}
