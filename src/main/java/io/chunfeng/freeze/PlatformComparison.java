package io.chunfeng.freeze;

import io.chunfeng.freeze.Finding.Kind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * D5: 报表数据应与系统内数据一致. The platform's file has the layout of the form; a row is found by its name, so that it may
 * stand elsewhere, and by its address where the form has no names of rows.
 */
final class PlatformComparison {
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]+)([0-9]+)");

    private PlatformComparison() {}

    static List<Finding> differences(List<FrozenCell> cells, Map<String, String> platform) {
        Map<String, List<FrozenCell>> rows = new LinkedHashMap<>();
        cells.forEach(cell -> rows.computeIfAbsent(cell.cell().row(), row -> new ArrayList<>())
                .add(cell));
        Map<String, Integer> named = named(platform);
        List<Finding> findings = new ArrayList<>();
        for (List<FrozenCell> row : rows.values()) {
            FrozenCell first = row.get(0);
            boolean hasName = plain(first.rowName()).equals(plain(shown(first)));
            Integer line = hasName ? named.get(plain(first.rowName())) : null;
            if (hasName && line == null) {
                findings.add(new Finding(Kind.ROW_MISSING, List.of(first.rowName()), List.of()));
                continue;
            }
            row.stream()
                    .filter(cell -> !hasName || cell != first)
                    .forEach(cell -> compare(cell, line, platform, findings));
        }
        return findings;
    }

    private static void compare(FrozenCell cell, Integer line, Map<String, String> platform, List<Finding> findings) {
        String address = cell.cell().address();
        if (line != null) {
            Matcher place = ADDRESS.matcher(address);
            address = place.matches() ? place.group(1) + line : address;
        }
        String theirs = platform.getOrDefault(address, "").strip();
        if (!same(shown(cell), theirs)) {
            findings.add(new Finding(
                    Kind.DIFFERENT, List.of(cell.rowName(), cell.heading(), address, shown(cell), theirs), List.of()));
        }
    }

    /** Rows of the platform's file by the name in their first column. */
    private static Map<String, Integer> named(Map<String, String> platform) {
        Map<String, Integer> rows = new TreeMap<>();
        platform.forEach((address, text) -> {
            Matcher place = ADDRESS.matcher(address);
            if (place.matches() && place.group(1).equals("A")) {
                rows.merge(plain(text), Integer.valueOf(place.group(2)), Math::min);
            }
        });
        return rows;
    }

    private static String shown(FrozenCell cell) {
        if (cell.cell().number() != null) {
            return cell.cell().number().toPlainString();
        }
        return cell.cell().words() == null ? "" : cell.cell().words();
    }

    /** Numbers by their value, words without spaces. An empty cell is not zero. */
    private static boolean same(String ours, String theirs) {
        BigDecimal our = number(ours);
        BigDecimal their = number(theirs);
        return our != null && their != null
                ? our.compareTo(their) == 0
                : plain(ours).equals(plain(theirs));
    }

    private static BigDecimal number(String text) {
        String digits = plain(text).replace(",", "");
        return digits.matches("[+-]?[0-9]{1,18}(\\.[0-9]{1,6})?") ? new BigDecimal(digits) : null;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
