package io.chunfeng.capacity;

/** What is to be done to one offer. */
public sealed interface CapacityChange {
    int NEW = 0;

    Offer.Kind kind();

    String id();

    /** Made from this version; {@link #NEW} for an offer that is not there yet. */
    int fromVersion();

    /** A new offer, or other figures for a known one. */
    record Put(Offer offer, int fromVersion) implements CapacityChange {
        @Override
        public Offer.Kind kind() {
            return offer.offerKind();
        }

        @Override
        public String id() {
            return offer.id();
        }
    }

    /** Taken out of use, for good. */
    record Remove(Offer.Kind kind, String id, int fromVersion) implements CapacityChange {}
}
