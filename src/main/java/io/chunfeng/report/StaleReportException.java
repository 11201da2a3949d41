package io.chunfeng.report;

/** Somebody else has written the report since it was opened. */
public final class StaleReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StaleReportException(String what, Throwable cause) {
        super(what, cause);
    }
}
