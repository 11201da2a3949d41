package io.chunfeng.capacity;

/** Somebody else has changed the offer since it was read, or has made one of this id. */
public final class StaleOfferException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String offerId;

    public StaleOfferException(String offerId) {
        super("offer " + offerId + " has been changed by somebody else meanwhile");
        this.offerId = offerId;
    }

    public String offerId() {
        return offerId;
    }
}
