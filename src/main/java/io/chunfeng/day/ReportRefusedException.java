package io.chunfeng.day;

/** A report cannot be recorded as things are. */
public final class ReportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Each has a message {@code day.refused.<name>}. */
    public enum Reason {
        /** Not in force any more: another plan was published, or there is no such trip. */
        NOT_IN_FORCE,
        IN_FUTURE,
        /** The trip has arrived or is cancelled. */
        OVER,
        DELAY,
        NO_REASON,
        BEFORE_DEPARTURE,
        NOTHING,
        NOT_ABOARD,
        TOO_MANY,
        /** Infants or escorts fewer than none, or more than any coach takes. */
        OTHERS,
        /** Infants or escorts of a group of whom nobody boarded. */
        OTHERS_ALONE,
        /** Who is missing and the reasons given do not add up. */
        NOT_ACCOUNTED,
        /** 改乘 to no trip of the day, or to this one. */
        MOVED_WHERE
    }

    private final Reason reason;
    private final String group;

    public ReportRefusedException(Reason reason) {
        this(reason, "");
    }

    /** @param group that it is about, or empty */
    public ReportRefusedException(Reason reason, String group) {
        super("report refused: " + reason + " " + group);
        this.reason = reason;
        this.group = group;
    }

    public Reason reason() {
        return reason;
    }

    public String group() {
        return group;
    }
}
