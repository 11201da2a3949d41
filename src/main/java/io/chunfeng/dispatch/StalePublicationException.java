package io.chunfeng.dispatch;

/** Somebody else has published since the confirmation was shown. */
public final class StalePublicationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int newest;

    public StalePublicationException(int newest) {
        super("publication " + newest + " was made meanwhile");
        this.newest = newest;
    }

    public int newest() {
        return newest;
    }
}
