package io.chunfeng.freeze;

import io.chunfeng.dispatch.RanTrip;

/** A trip of a stored plan. @param vehicle id of the coach trip, train service or flight */
public record TripKey(long planId, String vehicle) {
    static TripKey of(RanTrip trip) {
        return new TripKey(trip.planId(), trip.vehicleId());
    }
}
