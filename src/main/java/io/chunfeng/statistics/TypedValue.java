package io.chunfeng.statistics;

import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.EntryFinding.Code;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody typed in a field, read.
 *
 * @param value null when there is a finding
 */
record TypedValue(EnteredValue value, EntryFinding finding) {
    /** More digits than any figure has; sums of all counties still fit. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);

    /** @param unit whose counties may be named @param number of the column */
    static TypedValue read(StatisticsTemplate template, int number, ReportingUnit unit, String typed) {
        Column column = template.column(number);
        String text = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .strip();
        if (text.isEmpty() && !list(column)) {
            return new TypedValue(new EnteredValue.Nothing(), null);
        }
        return switch (((Entered) column.source()).kind()) {
            case COUNT, MONEY -> number(column, number, text.replaceAll("[,\\s]", ""));
            case COUNTIES -> counties(number, unit, text);
            case TEXT -> new TypedValue(new EnteredValue.Text(text), null);
        };
    }

    private static boolean list(Column column) {
        return ((Entered) column.source()).kind() == ValueKind.COUNTIES;
    }

    private static TypedValue number(Column column, int number, String text) {
        if (!text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
            return wrong(number, Code.NOT_A_NUMBER, text);
        }
        return number(column, number, new BigDecimal(text));
    }

    static TypedValue number(Column column, int number, BigDecimal typed) {
        if (typed.signum() < 0) {
            return wrong(number, Code.NEGATIVE, typed.toPlainString());
        }
        BigDecimal kept = typed.movePointRight(column.decimals()).stripTrailingZeros();
        if (kept.compareTo(TOO_MUCH) > 0) {
            return wrong(number, Code.TOO_LONG, typed.toPlainString());
        }
        if (kept.scale() > 0) {
            return column.decimals() == 0
                    ? wrong(number, Code.NOT_WHOLE, typed.toPlainString())
                    : wrong(number, Code.TOO_FINE, typed.toPlainString(), String.valueOf(column.decimals()));
        }
        return new TypedValue(new EnteredValue.Number(kept.longValueExact()), null);
    }

    /** Codes or names, with anything between them that people put there. */
    private static TypedValue counties(int number, ReportingUnit unit, String text) {
        List<ReportingUnit> known = ReportingUnits.countiesOf(unit.code());
        SortedSet<String> codes = new TreeSet<>();
        for (String word : text.split("[、,;，；。\\s]+")) {
            if (word.isEmpty()) {
                continue;
            }
            String code = known.stream()
                    .filter(county ->
                            county.code().equals(word) || county.name().equals(word))
                    .map(ReportingUnit::code)
                    .findFirst()
                    .orElse(null);
            if (code == null) {
                return wrong(number, known(word) ? Code.NOT_OF_UNIT : Code.UNKNOWN_COUNTY, word, unit.name());
            }
            codes.add(code);
        }
        return new TypedValue(new EnteredValue.Counties(codes), null);
    }

    private static boolean known(String word) {
        return AdminCodes.all().counties().stream().map(AdminArea::name).anyMatch(word::equals);
    }

    private static TypedValue wrong(int number, Code code, String... args) {
        return new TypedValue(null, EntryFinding.of(number, code, args));
    }
}
