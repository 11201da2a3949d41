package io.chunfeng.dispatch;

/** What a publication does to one order. @param order as it is afterwards; not a new version where it is kept */
public record IssuedOrder(Outcome outcome, TripOrder order) {

    public enum Outcome {
        NEW,
        /** Nothing changes: the order in people's hands stays good. */
        KEPT,
        CHANGED,
        VOID
    }
}
