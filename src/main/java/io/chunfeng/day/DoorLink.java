package io.chunfeng.day;

import java.time.Instant;

/**
 * A link with which an escort (护送人员) records one trip, without an account.
 *
 * @param trip of the plan that was in force when it was made
 * @param escort name of whom it was made for
 * @param expiresAt from then on it opens nothing
 * @param revokedAt when a dispatcher took it back, or null
 */
public record DoorLink(
        long id, TripRef trip, String escort, String madeBy, Instant madeAt, Instant expiresAt, Instant revokedAt) {
    private static final String AUTHOR = "escort:";

    /** Each has a message {@code door.state.<name>}. */
    public enum State {
        OPEN,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    /** Who has recorded what comes in by it. */
    public String author() {
        return AUTHOR + escort;
    }
}
