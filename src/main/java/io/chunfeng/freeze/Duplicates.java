package io.chunfeng.freeze;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.freeze.Finding.Kind;
import io.chunfeng.statistics.ReportingCalendar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * D1: trips that both ends may have reported. Coaches are the same by plate, trains and flights by number or service;
 * then by date of departure (Asia/Shanghai), origin and destination.
 */
final class Duplicates {
    private Duplicates() {}

    private record Alike(String by, String date, String from, String to) {}

    static List<Finding> in(Collection<RanTrip> trips, Map<TripKey, TripFact> facts) {
        Map<Alike, List<TripKey>> alike = new LinkedHashMap<>();
        for (RanTrip trip : trips) {
            TripFact fact = facts.get(TripKey.of(trip));
            if (fact == null || fact.origin() == null) {
                continue; // D2 tells of those that no plan has
            }
            String date =
                    trip.ranAt().atZone(ReportingCalendar.ZONE).toLocalDate().toString();
            for (String by : names(trip, fact)) {
                alike.computeIfAbsent(
                                new Alike(by, date, end(fact.origin(), fact), end(fact.destination(), fact)),
                                key -> new ArrayList<>())
                        .add(TripKey.of(trip));
            }
        }
        Set<Set<TripKey>> told = new HashSet<>();
        return alike.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1 && told.add(Set.copyOf(entry.getValue())))
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Alike alike, List<TripKey> trips) {
        return new Finding(
                Kind.SAME_VEHICLE,
                List.of(alike.date, alike.from, alike.to, alike.by, String.valueOf(trips.size())),
                trips);
    }

    private static List<String> names(RanTrip trip, TripFact fact) {
        if (trip.kind() == RanTrip.Kind.COACH) {
            return fact.plate() == null || fact.plate().isBlank() ? List.of() : List.of(plain(fact.plate()));
        }
        return List.of(plain(trip.name()), plain(trip.vehicleId()));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s·•-]", "").toUpperCase(Locale.ROOT);
    }

    /** One end names the station's county, the other the factory's: cities tell, unless it stays in one city. */
    private static String end(String code, TripFact fact) {
        boolean within = fact.origin().substring(0, 4).equals(fact.destination().substring(0, 4));
        return within ? code : code.substring(0, 4);
    }
}
