package io.chunfeng.web;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of places by id. */
final class Names {
    private final Map<String, Place> places;

    Names(Collection<Place> places) {
        this.places = places.stream().collect(Collectors.toMap(Place::id, Function.identity(), (a, b) -> a));
    }

    /** The name, or the id itself where the place is unknown. */
    public String of(String placeId) {
        Place place = places.get(placeId);
        return place == null ? placeId : place.name();
    }

    Place place(String placeId) {
        return places.get(placeId);
    }

    Collection<Place> all() {
        return places.values();
    }
}
