package io.chunfeng.intake;

import java.util.List;

/**
 * What is wrong in one cell, and what to do.
 *
 * @param column key of the column, see {@link GroupColumn}
 * @param at number of the column in the file, from 0; -1 where the file has none
 * @param header as the file writes it; the usual one where the file has none
 * @param found as people see it in the cell; may be empty
 * @param details for the message {@code intake.problem.<code>}, which says what is expected
 * @param suggestion what could be meant; empty for none
 */
public record Problem(
        String column, int at, String header, String found, Code code, List<String> details, String suggestion) {

    public Problem {
        details = List.copyOf(details);
    }

    /** Empty where the file has no such column. */
    public String letter() {
        return at < 0 ? "" : TableRow.letter(at);
    }

    /** A doubt does not keep the row from being taken. */
    public boolean doubt() {
        return code == Code.FAR_FROM_COUNTY || code == Code.OTHER_SYSTEM;
    }

    public enum Code {
        REQUIRED,
        FORMULA_FAILED,
        NOT_A_NUMBER,
        NOT_WHOLE,
        TOO_SMALL,
        TOO_LARGE,
        TOO_LONG,
        WHEELCHAIRS_OVER,
        MIN_PART_OVER,
        BAD_DATE,
        AMBIGUOUS_DATE,
        NO_SUCH_DAY,
        WRONG_WEEKDAY,
        OUT_OF_SEASON,
        BAD_TIME,
        TIME_WITHOUT_DAY,
        OTHER_DAY,
        ARRIVES_BEFORE,
        WINDOW_TOO_LONG,
        UNKNOWN_COUNTY,
        SEVERAL_COUNTIES,
        NOT_A_COUNTY,
        FUNCTIONAL_ZONE,
        FOREIGN_COUNTY,
        UNKNOWN_PLACE,
        SEVERAL_PLACES,
        SAME_PLACE,
        BAD_COORDINATES,
        HALF_COORDINATES,
        UNKNOWN_SYSTEM,
        SWAPPED_COORDINATES,
        OUTSIDE_CHINA,
        FAR_FROM_COUNTY,
        OTHER_SYSTEM,
        UNKNOWN_MODE,
        UNKNOWN_PRIORITY,
        UNKNOWN_YES_NO,
        BAD_NUMBER,
        DUPLICATE_NUMBER,
        NUMBER_TAKEN,
        CANNOT_CHANGE
    }
}
