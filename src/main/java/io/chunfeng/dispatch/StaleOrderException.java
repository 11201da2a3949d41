package io.chunfeng.dispatch;

/** Somebody else was faster. */
public final class StaleOrderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what number of an order, or id of a trip */
    public StaleOrderException(String what) {
        super(what + " was changed meanwhile");
    }
}
