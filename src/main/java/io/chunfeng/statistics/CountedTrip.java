package io.chunfeng.statistics;

import io.chunfeng.dispatch.RanTrip;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trip that ran, as a rule counts it.
 *
 * @param personTrips 人次 by city code; a city without any is absent, and there is at least one
 * @param owner city code of the one reporting owner, the same under every rule ({@link RanTrip#owner()}). The dispatch
 *     itself is the owner's, so that the figures of all cities add up to the number of dispatches
 */
public record CountedTrip(RanTrip trip, SortedMap<String, Integer> personTrips, String owner) {

    /** Empty when nobody aboard counts: an empty run, or under the main-leg rule a coach with feeder riders only. */
    static Optional<CountedTrip> of(RanTrip trip, CountingRule rule) {
        SortedMap<String, Integer> personTrips = new TreeMap<>();
        trip.boardings().stream()
                .filter(boarding -> boarding.persons() > 0 && rule.counts(boarding))
                .forEach(boarding -> personTrips.merge(boarding.city(), boarding.persons(), Integer::sum));
        return personTrips.isEmpty() ? Optional.empty() : Optional.of(new CountedTrip(trip, personTrips, trip.owner()));
    }

    int personTripsOf(String city) {
        return personTrips.getOrDefault(city, 0);
    }
}
