package io.chunfeng.web;

import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.RanTrip;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Trips that ran, in memory. */
record TripsInMemory(List<RanTrip> trips) implements DispatchRepository {
    @Override
    public List<RanTrip> ranTrips(Instant asOf) {
        return trips.stream().filter(trip -> !trip.ranAt().isAfter(asOf)).toList();
    }

    @Override
    public void markRan(long planId, String vehicleId, Instant ranAt, Map<String, Integer> boarded) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unmarkRan(long planId, String vehicleId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Instant> ran(long planId) {
        return Map.of();
    }
}
