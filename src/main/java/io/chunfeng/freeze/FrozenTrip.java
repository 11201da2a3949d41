package io.chunfeng.freeze;

import io.chunfeng.dispatch.RanTrip;
import java.time.Instant;

/** A trip behind a frozen table, as it was then. */
public record FrozenTrip(TripKey trip, RanTrip.Kind kind, String name, Instant ranAt) {
    public static FrozenTrip of(RanTrip trip) {
        return new FrozenTrip(TripKey.of(trip), trip.kind(), trip.name(), trip.ranAt());
    }
}
