package io.chunfeng.desk;

import java.util.List;

/** An operation that makes no sense, or for which no trip can be worked out at all. Nothing was changed. */
public final class RefusedOperationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Each has a message {@code draft.refused.<name>} with the details as its arguments. */
    public enum Reason {
        /** No such trip, journey, group, train, flight or pool in the draft. */
        UNKNOWN,
        /** More people than there are, or none. */
        PERSONS,
        PINNED,
        /** The same trip, coach or time as now. */
        NOTHING_CHANGES,
        /** No road, no station within reach, or the train does not call there. */
        NO_WAY,
        /** Of different groups. */
        NOT_ALIKE,
        NOTHING_TO_UNDO,
        NOTHING_TO_REDO,
        /** Saved or dropped already. */
        CLOSED,
        /** A plan of another problem. */
        OTHER_PROBLEM,
        /** It breaks rules, so that it cannot be saved. */
        BROKEN
    }

    private final Reason reason;
    private final List<String> details;

    public RefusedOperationException(Reason reason, String... details) {
        super("operation refused: " + reason + " " + List.of(details));
        this.reason = reason;
        this.details = List.of(details);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> details() {
        return details;
    }
}
