package io.chunfeng.web;

import io.chunfeng.capacity.Offer;

/** Kinds of offers in addresses: pools, trains, flights. */
enum CapacityPath {
    pools(Offer.Kind.POOL),
    trains(Offer.Kind.TRAIN),
    flights(Offer.Kind.FLIGHT);

    private final Offer.Kind kind;

    CapacityPath(Offer.Kind kind) {
        this.kind = kind;
    }

    static Offer.Kind kind(String path) {
        for (CapacityPath each : values()) {
            if (each.name().equals(path)) {
                return each.kind;
            }
        }
        throw new NotFoundException();
    }

    static String of(Offer.Kind kind) {
        return values()[kind.ordinal()].name();
    }
}
