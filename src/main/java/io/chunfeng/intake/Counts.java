package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import java.math.BigDecimal;

/** Persons: 53, ５３, "53人", "53 名", "1,200"; never 53.5. */
final class Counts {
    private static final String UNITS = "(人次|人|名|位|个)$";

    private Counts() {}

    static Read<Integer> whole(CellValue value, int least, int most) {
        BigDecimal number;
        if (value instanceof CellValue.Num num) {
            number = num.number();
        } else {
            String text = Texts.tight(value.shown()).replaceFirst("^共", "").replaceFirst(UNITS, "");
            if (text.matches("\\d{1,3}(,\\d{3})+")) {
                text = text.replace(",", "");
            }
            if (!text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")) {
                return Read.wrong(Code.NOT_A_NUMBER, firstNumber(text), limits(least, most));
            }
            number = new BigDecimal(text);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return Read.wrong(Code.NOT_WHOLE, "", limits(least, most));
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            return Read.wrong(Code.TOO_SMALL, "", limits(least, most));
        }
        return number.compareTo(BigDecimal.valueOf(most)) > 0
                ? Read.wrong(Code.TOO_LARGE, "", limits(least, most))
                : Read.of(number.intValueExact());
    }

    private static String[] limits(int least, int most) {
        return new String[] {Integer.toString(least), Integer.toString(most)};
    }

    /** 约50人: 50? */
    private static String firstNumber(String text) {
        String[] numbers = text.replaceAll("[^0-9]+", " ").strip().split(" ");
        return numbers.length == 1 && numbers[0].length() < 5 ? numbers[0] : "";
    }
}
