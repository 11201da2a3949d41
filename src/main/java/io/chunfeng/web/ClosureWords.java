package io.chunfeng.web;

import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.Closure;
import io.chunfeng.road.StoredClosure;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Closures in words. */
@Component
class ClosureWords {
    private static final double NEAR_DEGREES = 0.5;

    private final MessageSource messages;
    private final PlaceRepository places;
    private final Clock clock;

    ClosureWords(MessageSource messages, PlaceRepository places, Clock clock) {
        this.messages = messages;
        this.places = places;
        this.clock = clock;
    }

    List<ClosureRow> rows(List<StoredClosure> closures, Locale locale) {
        Instant now = clock.instant();
        List<Place> known = closures.stream().anyMatch(c -> c.closure().extent() instanceof Closure.Area)
                ? places.all()
                : List.of();
        return closures.stream()
                .map(stored -> new ClosureRow(
                        stored.id(),
                        what(stored.closure().extent(), known, locale),
                        stored.closure().reason(),
                        stored.closure().from(),
                        stored.closure().until(),
                        stored.state(now),
                        stored.recordedAt(),
                        stored.liftedAt()))
                .toList();
    }

    String what(Closure.Extent extent, Locale locale) {
        return what(extent, extent instanceof Closure.Area ? places.all() : List.of(), locale);
    }

    private String what(Closure.Extent extent, List<Place> known, Locale locale) {
        if (extent instanceof Closure.Road road) {
            String ends = road.between().name() + "—" + road.and().name();
            return road.number() == null
                    ? messages.getMessage("closure.what.way", new Object[] {ends}, locale)
                    : road.number() + " " + ends;
        }
        Closure.Area area = (Closure.Area) extent;
        Position centre = Wgs84.of(area.centre());
        String km = String.format(Locale.ROOT, "%.1f", area.radiusMetres() / 1000.0);
        String at = String.format(Locale.ROOT, "%.3f, %.3f", centre.lon(), centre.lat());
        return nearest(centre, known)
                .map(place -> messages.getMessage("closure.what.areaNear", new Object[] {place.name(), km, at}, locale))
                .orElseGet(() -> messages.getMessage("closure.what.area", new Object[] {km, at}, locale));
    }

    private static Optional<Place> nearest(Position centre, List<Place> known) {
        return known.stream()
                .filter(place -> degrees(centre, place) < NEAR_DEGREES)
                .min(Comparator.comparingDouble(place -> degrees(centre, place)));
    }

    /** Good enough to name what lies near. */
    private static double degrees(Position centre, Place place) {
        Position position = Wgs84.of(place.position());
        double east = (position.lon() - centre.lon()) * Math.cos(Math.toRadians(centre.lat()));
        return Math.hypot(east, position.lat() - centre.lat());
    }
}
