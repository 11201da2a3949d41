package io.chunfeng.capacity;

/**
 * What can be wrong with an offer. Each has two messages: {@code capacity.expected.<name>} and
 * {@code capacity.advice.<name>}, with the finding's figures.
 */
public enum Fault {
    MISSING,
    /** Figures: longest length. */
    TOO_LONG,
    BAD_ID,
    /** The vehicles of a plan are told apart by their ids alone. */
    ID_OF_OTHER_KIND,
    ID_TWICE,
    /** Figures: least, most. */
    NOT_WHOLE,
    NOT_MONEY,
    NOT_A_MOMENT,
    /** Figures: words that are understood. */
    UNKNOWN_WORD,
    UNKNOWN_PLACE,
    /** Figures: names of those that fit. */
    SEVERAL_PLACES,
    UNKNOWN_PREFECTURE,
    WINDOW_ORDER,
    CALLS_TOO_FEW,
    CALLED_TWICE,
    CALL_ORDER,
    CARRIAGE_ORDER,
    SAME_PLACE,
    FLIGHT_ORDER,
    TOO_MANY_WHEELCHAIRS,
    MINIMUM_OVER_SEATS,
    BOOKED_TOO_LATE,
    BOOKING_TWICE,
    /** Figures: seats of the kinds in use. */
    UNUSUAL_COACH(Severity.WARNING),
    /** Figures: least, most. */
    UNUSUAL_CARRIAGE(Severity.WARNING),
    /** Figures: least, most. */
    UNUSUAL_AIRCRAFT(Severity.WARNING),
    /** Figures: prefecture, kilometres. */
    DEPOT_AWAY(Severity.WARNING);

    private final Severity severity;

    Fault() {
        this(Severity.ERROR);
    }

    Fault(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    public enum Severity {
        /** Not taken before it is corrected. */
        ERROR,
        /** Taken; somebody should look. */
        WARNING
    }
}
