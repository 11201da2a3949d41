package io.chunfeng.statistics;

/** Somebody else changed or published the draft meanwhile. */
public final class StaleTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleTemplateException(String id) {
        super("the draft of " + id + " was changed meanwhile");
    }
}
