package io.chunfeng.capacity;

/** An offer that plans rely on is not removed. */
public final class OfferInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String offerId;
    private final By by;
    private final long number;

    /** @param number of the plan or run that uses it */
    public OfferInUseException(String offerId, By by, long number) {
        super("offer " + offerId + " is used by " + by + " " + number);
        this.offerId = offerId;
        this.by = by;
        this.number = number;
    }

    public String offerId() {
        return offerId;
    }

    public By by() {
        return by;
    }

    public long number() {
        return number;
    }

    public enum By {
        PLAN,
        RUN
    }
}
