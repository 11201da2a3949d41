package io.chunfeng.statistics;

import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.EnteredValue.Counties;
import io.chunfeng.statistics.EnteredValue.Number;
import io.chunfeng.statistics.EntryFinding.Code;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.TemplateCheck.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** 合计, 其中 and lists of counties, as the form states them. A field that is empty says nothing, not zero. */
final class ColumnChecks {
    private ColumnChecks() {}

    /** @param state every entered field as it would be */
    static List<EntryFinding> check(EntrySheet sheet, TemplateCheck check, Map<Integer, EnteredValue> state) {
        if (check.rule() == Rule.PARTITION) {
            return partition(sheet, check, state);
        }
        if (!(state.get(check.whole()) instanceof Number whole)) {
            return List.of();
        }
        BigDecimal printedWhole = sheet.template().column(check.whole()).printed(whole.kept());
        List<BigDecimal> parts = check.parts().stream()
                .map(number -> printed(sheet.template().column(number), state.get(number)))
                .filter(Objects::nonNull)
                .toList();
        if (check.rule() == Rule.EACH_AT_MOST) {
            return check.parts().stream()
                    .filter(number -> state.get(number) instanceof Number part
                            && sheet.template()
                                            .column(number)
                                            .printed(part.kept())
                                            .compareTo(printedWhole)
                                    > 0)
                    .map(number -> EntryFinding.of(
                            number,
                            Code.PART_EXCEEDS,
                            printed(sheet.template().column(number), state.get(number))
                                    .toPlainString(),
                            sheet.template().column(check.whole()).text(),
                            printedWhole.toPlainString()))
                    .toList();
        }
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int compared = sum.compareTo(printedWhole);
        boolean complete = parts.size() == check.parts().size();
        if (check.rule() == Rule.SUM_EQUALS && complete && compared != 0) {
            return List.of(EntryFinding.of(
                    check.whole(), Code.SUM_DIFFERS, printedWhole.toPlainString(), sum.toPlainString()));
        }
        return compared > 0
                ? List.of(EntryFinding.of(
                        check.whole(), Code.PARTS_EXCEED, printedWhole.toPlainString(), sum.toPlainString()))
                : List.of();
    }

    private static BigDecimal printed(Column column, EnteredValue value) {
        return value instanceof Number number ? column.printed(number.kept()) : null;
    }

    private static List<EntryFinding> partition(
            EntrySheet sheet, TemplateCheck check, Map<Integer, EnteredValue> state) {
        if (check.parts().stream().noneMatch(number -> EntryCheck.named(state.get(number)))) {
            return List.of();
        }
        List<EntryFinding> findings = new ArrayList<>();
        SortedSet<String> missing = new TreeSet<>();
        ReportingUnits.countiesOf(sheet.unit().code()).forEach(county -> missing.add(county.code()));
        SortedSet<String> listed = new TreeSet<>();
        for (int number : check.parts()) {
            for (String county : codes(state.get(number))) {
                missing.remove(county);
                if (!listed.add(county)) {
                    findings.add(EntryFinding.of(number, Code.LISTED_TWICE, name(county)));
                }
                if (!sheet.unit().isCounty() && saysOtherwise(sheet, check, number, county)) {
                    findings.add(EntryFinding.of(number, Code.COUNTY_SAYS_OTHERWISE, name(county)));
                }
            }
        }
        if (!missing.isEmpty()) {
            findings.add(EntryFinding.of(
                    check.parts().get(check.parts().size() - 1), Code.NOT_LISTED, StatisticsTable.names(missing)));
        }
        return findings;
    }

    private static boolean saysOtherwise(EntrySheet sheet, TemplateCheck check, int number, String county) {
        return check.parts().stream()
                .filter(other -> other != number)
                .anyMatch(other -> sheet.entries()
                        .own(sheet.template().column(other), county)
                        .filter(figure -> codes(figure.value()).contains(county))
                        .isPresent());
    }

    private static SortedSet<String> codes(EnteredValue value) {
        return value instanceof Counties list ? list.codes() : new TreeSet<>();
    }

    private static String name(String county) {
        return AdminCodes.all().name(county);
    }
}
