package io.chunfeng.capacity;

import java.time.Instant;

/**
 * An offer as it is kept.
 *
 * @param version grows by one with each change; a change states the version it was made from
 */
public record Offered<T extends Offer>(T offer, int version, Instant changedAt) {
    public String id() {
        return offer.id();
    }
}
