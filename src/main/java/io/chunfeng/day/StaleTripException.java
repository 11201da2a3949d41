package io.chunfeng.day;

/** Somebody else has reported of the trip since it was shown. */
public final class StaleTripException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient TripEvent latest;

    public StaleTripException(TripEvent latest) {
        super("event " + latest.id() + " of " + latest.vehicle() + " was recorded meanwhile");
        this.latest = latest;
    }

    public TripEvent latest() {
        return latest;
    }
}
