package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * 派车单: one version of one order. Never changed; the latest version counts.
 *
 * @param number for people: year, publication that issued it first, trip, for example {@code 2024-0007-C12}
 * @param version 1, 2, 3, …
 * @param publication number of the publication that planned it as it is
 * @param reason why coach or drivers were changed after it had been published; null for versions of a publication
 * @param issuedBy login name
 */
public record TripOrder(
        String number,
        int version,
        State state,
        int publication,
        long planId,
        String tripId,
        OrderContent content,
        String reason,
        Instant issuedAt,
        String issuedBy) {

    public enum State {
        ISSUED,
        /** 作废: the trip does not run. */
        VOID
    }

    public boolean inForce() {
        return state == State.ISSUED;
    }

    /** Coach and as many drivers as the plan says. */
    public boolean complete() {
        return content.coach() != null && content.drivers().size() >= content.driversNeeded();
    }

    /** 重新备案: the next version, with another coach or other drivers. */
    public TripOrder reassigned(Assignment assignment, String why, Instant at, String by) {
        return new TripOrder(
                number, version + 1, state, publication, planId, tripId, content.with(assignment), why, at, by);
    }
}
