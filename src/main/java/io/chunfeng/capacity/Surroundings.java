package io.chunfeng.capacity;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Places that an offer may name. */
public final class Surroundings {
    private static final double KM_PER_DEGREE = 111.2;

    private final Map<String, Place> byId = new HashMap<>();
    private final Map<String, List<Place>> byName = new HashMap<>();

    public Surroundings(Collection<Place> places) {
        places.forEach(place -> {
            byId.put(place.id(), place);
            byName.merge(place.name(), List.of(place), Surroundings::joined);
        });
    }

    /** The name of a place; with its id where several share the name, so that it can be read again. */
    public String label(String placeId) {
        Place place = byId.get(placeId);
        if (place == null) {
            return placeId;
        }
        return byName.get(place.name()).size() > 1 ? place.name() + "（" + placeId + "）" : place.name();
    }

    /** Those that fit: by id, by label, by name, else by a part of the name. */
    List<Place> matching(String typed) {
        if (byId.containsKey(typed)) {
            return List.of(byId.get(typed));
        }
        if (byName.containsKey(typed)) {
            return byName.get(typed);
        }
        int bracket = typed.lastIndexOf('（');
        if (bracket >= 0 && typed.endsWith("）")) {
            Place named = byId.get(typed.substring(bracket + 1, typed.length() - 1));
            if (named != null) {
                return List.of(named);
            }
        }
        return byId.values().stream()
                .filter(place -> place.name().contains(typed))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /** Straight kilometres from a place to the nearest known place of a prefecture; empty when none is known. */
    OptionalInt kmToPrefecture(Place from, String prefecture) {
        return byId.values().stream()
                .filter(place -> place.prefecture().equals(prefecture))
                .mapToInt(place -> km(from, place))
                .min();
    }

    /** Good to a percent over a few hundred kilometres, which is enough to tell near from far. */
    private static int km(Place one, Place other) {
        Position a = Wgs84.of(one.position());
        Position b = Wgs84.of(other.position());
        double shrink = Math.cos(Math.toRadians((a.lat() + b.lat()) / 2));
        return (int) Math.round(KM_PER_DEGREE * Math.hypot((a.lon() - b.lon()) * shrink, a.lat() - b.lat()));
    }

    private static List<Place> joined(List<Place> some, List<Place> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
