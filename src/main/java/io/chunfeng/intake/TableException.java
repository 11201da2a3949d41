package io.chunfeng.intake;

/** A file that cannot be read as a table, whatever the table is about. Nothing of it is taken. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String detail;

    /** Has a message {@code intake.refused.<reason>}. */
    public enum Reason {
        EMPTY,
        /** More bytes than allowed; detail: megabytes allowed. */
        TOO_LARGE,
        /** Detail: rows allowed. */
        TOO_MANY_ROWS,
        /** Detail: columns allowed. */
        TOO_MANY_COLUMNS,
        /** Neither .xlsx nor .xls nor .csv nor JSON by its content; detail: what it seems to be. */
        UNKNOWN_KIND,
        /** Protected by a password. */
        ENCRYPTED,
        /** Unpacks to far more than it holds. */
        ZIP_BOMB,
        /** Declares entities or a document type, as no spreadsheet program writes. */
        FOREIGN_XML,
        /** Damaged or cut off; detail: where, when it is known. */
        BROKEN,
        /** Neither UTF-8 nor GB18030. */
        NOT_TEXT,
        /** JSON, but not a list of flat objects; detail: the place. */
        JSON_SHAPE,
        /** No row that could be the header; detail: the columns that are needed. */
        NO_HEADER
    }

    public TableException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    public TableException(Reason reason, String detail, Throwable cause) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail), cause);
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
