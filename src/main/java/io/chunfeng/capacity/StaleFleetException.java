package io.chunfeng.capacity;

/** Somebody else was faster: it was changed meanwhile, or its plate or licence is another's by now. */
public final class StaleFleetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what plate or licence */
    public StaleFleetException(String what) {
        super(what + " was changed or taken meanwhile");
    }
}
