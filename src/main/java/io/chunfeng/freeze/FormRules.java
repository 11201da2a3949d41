package io.chunfeng.freeze;

import io.chunfeng.freeze.Finding.Kind;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TemplateCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** D6: 表内逻辑关系, as the form states it (其中, lists of counties). What is not filled in is not wrong. */
final class FormRules {
    private FormRules() {}

    static List<Finding> broken(StatisticsTemplate template, List<FrozenCell> cells) {
        Map<String, Map<Integer, FrozenCell>> rows = new HashMap<>();
        cells.forEach(cell -> rows.computeIfAbsent(cell.cell().row(), row -> new HashMap<>())
                .put(cell.cell().column(), cell));
        List<Finding> findings = new ArrayList<>();
        for (String row :
                cells.stream().map(cell -> cell.cell().row()).distinct().toList()) {
            for (TemplateCheck check : template.checks()) {
                look(check, row, rows.get(row), findings);
            }
        }
        return findings;
    }

    private static void look(TemplateCheck check, String row, Map<Integer, FrozenCell> cells, List<Finding> findings) {
        List<FrozenCell> parts = check.parts().stream().map(cells::get).toList();
        switch (check.rule()) {
            case SUM_EQUALS -> {} // D4
            case PARTS_AT_MOST -> {
                BigDecimal sum = parts.stream().map(Sums::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
                more(cells.get(check.whole()), sum, check, findings);
            }
            case EACH_AT_MOST ->
                parts.forEach(part -> more(cells.get(check.whole()), Sums.figure(part), check, findings));
            case PARTITION -> partition(row, parts, findings);
        }
    }

    private static void more(FrozenCell whole, BigDecimal part, TemplateCheck check, List<Finding> findings) {
        if (whole.cell().number() != null && part.compareTo(Sums.figure(whole)) > 0) {
            findings.add(new Finding(
                    Kind.PART_EXCEEDS,
                    List.of(
                            whole.rowName(),
                            whole.heading(),
                            whole.cell().address(),
                            Sums.figure(whole).toPlainString(),
                            part.toPlainString(),
                            check.why() == null ? "" : check.why()),
                    List.of()));
        }
    }

    private static void partition(String row, List<FrozenCell> lists, List<Finding> findings) {
        List<String> named = lists.stream()
                .map(list -> list.cell().words())
                .filter(words -> words != null && !words.isBlank())
                .flatMap(words -> Arrays.stream(words.split("、")))
                .toList();
        if (named.isEmpty()) {
            return;
        }
        Set<String> missing = new HashSet<>(AdminCodes.all().counties().stream()
                .filter(county -> county.code().startsWith(row))
                .map(county -> county.name())
                .toList());
        named.forEach(missing::remove);
        boolean twice = new HashSet<>(named).size() < named.size();
        if (twice || !missing.isEmpty()) {
            findings.add(new Finding(
                    Kind.NOT_A_PARTITION,
                    List.of(
                            lists.get(0).rowName(),
                            lists.get(0).heading(),
                            lists.get(0).cell().address(),
                            String.join("、", missing.stream().sorted().toList())),
                    List.of()));
        }
    }
}
