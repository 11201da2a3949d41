package io.chunfeng.freeze;

/** Nothing was frozen. */
public final class FreezeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String detail;

    /** Each has a message {@code frozen.refused.<reason>}. */
    public enum Reason {
        /** The moment is yet to come: trips may still run before it. */
        IN_THE_FUTURE,
        /** Somebody else has frozen one meanwhile; detail: its number. */
        MEANWHILE,
        /** What is recorded has changed since the checks were shown. */
        CHANGED,
        /** A check that no reason makes right; detail: its code. */
        BLOCKED,
        /** A check found something and no reason is given; detail: its code. */
        NO_REASON,
        NO_RESPONSIBLE
    }

    public FreezeRefusedException(Reason reason, String detail) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** May be empty. */
    public String detail() {
        return detail;
    }
}
