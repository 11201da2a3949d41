package io.chunfeng.dispatch;

/** A hand-over cannot be recorded as things are. */
public final class HandoverRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Each has a message {@code handover.refused.<name>}. */
    public enum Reason {
        /** No such arrival by the publications in force: the plan was replaced meanwhile, or it is none of theirs. */
        NOT_EXPECTED,
        ALREADY_CONFIRMED,
        NOT_CONFIRMED
    }

    private final Reason reason;

    public HandoverRefusedException(Reason reason) {
        super("hand-over refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
