package io.chunfeng.statistics;

import io.chunfeng.dispatch.RanTrip;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every trip that counts until a moment. A figure is the sum over the trips behind it and nothing else, so each can be
 * opened.
 *
 * @param asOf figures are cumulative until this moment, the moment itself included
 */
public record CountedTrips(Instant asOf, CountingSettings settings, List<CountedTrip> trips) {

    /** @throws IllegalArgumentException when a trip is given twice: it would be counted twice */
    public static CountedTrips of(Collection<RanTrip> trips, CountingSettings settings, Instant asOf) {
        Set<String> ids = new HashSet<>();
        for (RanTrip trip : trips) {
            if (!ids.add(trip.id())) {
                throw new IllegalArgumentException("trip given twice: " + trip.id());
            }
        }
        return new CountedTrips(
                asOf,
                settings,
                trips.stream()
                        .filter(trip -> !trip.ranAt().isAfter(asOf))
                        .sorted(Comparator.comparing(RanTrip::ranAt).thenComparing(RanTrip::id))
                        .map(trip -> CountedTrip.of(trip, settings.rule()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The sum of these measures for a city, or added up over the cities of a province. @param unit two or four digits */
    public long figure(List<Measure> measures, String unit) {
        return trips.stream().mapToLong(trip -> share(trip, measures, unit)).sum();
    }

    public long figure(Measure measure, String unit) {
        return figure(List.of(measure), unit);
    }

    /** The trips that make up a figure, in the order they ran. @param unit a city, or a province for those of its cities */
    public List<Share> behind(List<Measure> measures, String unit) {
        return trips.stream()
                .map(trip -> new Share(trip, share(trip, measures, unit)))
                .filter(share -> share.value() != 0)
                .toList();
    }

    /** A city with nobody who counts aboard has no share, not even of a dispatch that is its own. */
    private long share(CountedTrip trip, List<Measure> measures, String unit) {
        long share = 0;
        for (String city : trip.personTrips().keySet()) {
            if (city.startsWith(unit)) {
                for (Measure measure : measures) {
                    share += measure.of(trip, city, settings);
                }
            }
        }
        return share;
    }

    /** Codes of all cities with counted persons. */
    public SortedSet<String> cities() {
        SortedSet<String> cities = new TreeSet<>();
        trips.forEach(trip -> cities.addAll(trip.personTrips().keySet()));
        return cities;
    }

    /** What one trip adds to a figure. */
    public record Share(CountedTrip counted, long value) {}
}
