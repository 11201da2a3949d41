package io.chunfeng.desk;

/** Somebody else has changed the draft meanwhile. Nothing was changed. */
public final class StaleDraftException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int version;

    /** @param version of the draft by now */
    public StaleDraftException(int version) {
        super("the draft is at version " + version + " by now");
        this.version = version;
    }

    public int version() {
        return version;
    }
}
