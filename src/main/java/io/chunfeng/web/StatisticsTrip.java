package io.chunfeng.web;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrips;
import java.time.Instant;

/**
 * A trip behind a figure of a city.
 *
 * @param ofCity counted 人次 of this city
 * @param ofAll counted 人次 of all cities
 * @param value what the trip adds to the figure
 */
record StatisticsTrip(
        Instant ranAt, RanTrip.Kind kind, String name, String vehicle, long planId, int ofCity, int ofAll, long value) {

    static StatisticsTrip of(CountedTrips.Share share, String city) {
        RanTrip trip = share.counted().trip();
        return new StatisticsTrip(
                trip.ranAt(),
                trip.kind(),
                trip.name(),
                trip.vehicleId(),
                trip.planId(),
                share.counted().personTrips().getOrDefault(city, 0),
                share.counted().personTrips().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                share.value());
    }
}
