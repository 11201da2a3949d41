package io.chunfeng.statistics;

import java.util.List;

/**
 * What is wrong, or odd, with an entered value.
 *
 * @param column number, counted from 1
 * @param args for the words: figures as printed, names
 */
public record EntryFinding(int column, Code code, List<String> args) {
    public enum Code {
        NOT_A_NUMBER(false),
        NEGATIVE(false),
        NOT_WHOLE(false),
        TOO_FINE(false),
        TOO_LONG(false),
        UNKNOWN_COUNTY(false),
        NOT_OF_UNIT(false),
        LISTED_TWICE(false),
        NOT_LISTED(false),
        /** The county itself said which list it is on. */
        COUNTY_SAYS_OTHERWISE(false),
        SUM_DIFFERS(false),
        PARTS_EXCEED(false),
        PART_EXCEEDS(false),
        /** In a file: the figure of a city is less than what its counties entered. */
        BELOW_COUNTIES(false),
        /** More than the form holds plausible: 元 typed for 万元? */
        IMPLAUSIBLE(true),
        /** Money a thousand times what was entered before. */
        LEAPS(true),
        /** Cumulative, yet less than at an earlier moment. */
        FALLS(true),
        /** Cumulative, yet more than what is entered for a later moment. */
        LATER_LOWER(true),
        /** Something else is entered for this very moment. */
        CORRECTS(true),
        CLEARS(true);

        private final boolean acceptedWithReason;

        Code(boolean acceptedWithReason) {
            this.acceptedWithReason = acceptedWithReason;
        }
    }

    public static EntryFinding of(int column, Code code, String... args) {
        return new EntryFinding(column, code, List.of(args));
    }

    public boolean acceptedWithReason() {
        return code.acceptedWithReason;
    }

    /** Whether these can be recorded. @param reason null for none */
    public static boolean accepted(List<EntryFinding> findings, String reason) {
        return findings.stream().allMatch(finding -> finding.acceptedWithReason() && reason != null);
    }
}
