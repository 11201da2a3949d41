package io.chunfeng.freeze;

/** What is looked at before a table is frozen. Each has messages {@code frozen.check.<name>}; src/docs/freezing.md */
public enum FreezeCheck {
    /** Both ends may have reported one trip: same plate, train or flight, date, origin and destination. */
    DUPLICATE("D1", false),
    /** Counted, but no published order or booking has it. */
    COUNT_WITHOUT_TRIP("D2", false),
    /** Published and should have left, but nothing is recorded. */
    TRIP_WITHOUT_ACTUAL("D3", false),
    /** A sum is not the sum of its parts, or a figure not that of the trips behind it. */
    BROKEN_SUM("D4", true),
    /** The platform has another figure. */
    PLATFORM_DIFFERS("D5", false),
    /** A relation that the form itself states does not hold. */
    FORM_RULE("D6", false);

    private final String code;
    private final boolean blocking;

    FreezeCheck(String code, boolean blocking) {
        this.code = code;
        this.blocking = blocking;
    }

    public String code() {
        return code;
    }

    /** No reason makes it right: the figures have to be put right first. */
    public boolean blocking() {
        return blocking;
    }
}
