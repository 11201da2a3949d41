package io.chunfeng.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What a cell holds, typed as the file types it. An empty cell is left out of its row. */
public sealed interface CellValue {
    /** As people see it in the cell. */
    String shown();

    /** Never blank. */
    record Text(String text) implements CellValue {
        @Override
        public String shown() {
            return text;
        }
    }

    record Num(BigDecimal number) implements CellValue {
        static Num of(double value) {
            return new Num(new BigDecimal(Double.toString(value)));
        }

        @Override
        public String shown() {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * An Excel serial in a cell that is formatted as a date or time; local to Asia/Shanghai.
     *
     * @param at seconds are rounded; a time without a day lies before 1900
     */
    record Moment(LocalDateTime at) implements CellValue {
        private static final int NO_DAY_BEFORE = 1900;
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

        public boolean hasDay() {
            return at.getYear() >= NO_DAY_BEFORE;
        }

        public boolean hasTime() {
            return !hasDay() || at.toLocalTime().toSecondOfDay() > 0;
        }

        @Override
        public String shown() {
            if (!hasDay()) {
                return TIME.format(at);
            }
            return DAY.format(at) + (hasTime() ? " " + TIME.format(at) : "");
        }
    }

    record Flag(boolean value) implements CellValue {
        @Override
        public String shown() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** A formula that failed. @param code as Excel writes it: {@code #REF!} */
    record Fault(String code) implements CellValue {
        @Override
        public String shown() {
            return code;
        }
    }
}
