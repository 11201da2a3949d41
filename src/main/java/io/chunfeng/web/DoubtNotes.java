package io.chunfeng.web;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapNotReadyException;
import io.chunfeng.road.RoadNetwork;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Doubts about coordinates in the words of the page. */
@Component
class DoubtNotes {
    private static final int NAMED = 5;

    private final MessageSource messages;

    DoubtNotes(MessageSource messages) {
        this.messages = messages;
    }

    /** @param places doubted; one may be doubted for two reasons */
    record Notes(long places, List<Note> notes) {}

    /**
     * @param names of the places, the first few
     * @param words what looks wrong and what to do
     */
    record Note(String names, String words) {}

    /** Nothing while no map can be asked; the notice on top of the page says so. */
    Notes of(RoadNetwork roads, Collection<Place> places) {
        try {
            return of(roads.doubts(places));
        } catch (MapNotReadyException | MapFormatException e) {
            return of(List.of());
        }
    }

    Notes of(Collection<Doubt> doubts) {
        long places = doubts.stream()
                .flatMap(doubt -> doubt.places().stream())
                .distinct()
                .count();
        return new Notes(
                places,
                doubts.stream()
                        .map(doubt -> new Note(names(doubt.places()), words(doubt)))
                        .toList());
    }

    private String names(List<Place> places) {
        String named = places.stream()
                .limit(NAMED)
                .map(DoubtNotes::named)
                .collect(Collectors.joining(text("doubt.separator")));
        return places.size() <= NAMED ? named : text("doubt.names", named, String.valueOf(places.size()));
    }

    private static String named(Place place) {
        return place.name() + " " + place.id();
    }

    private String words(Doubt doubt) {
        if (doubt instanceof Doubt.Swapped swapped) {
            Position given = swapped.place().position();
            return text("doubt.swapped", given.lonLat(), given.swapped().lonLat());
        }
        if (doubt instanceof Doubt.FarFromSeat far) {
            return text(
                    "doubt.far",
                    String.valueOf(Math.round(far.metres() / 1000.0)),
                    far.seat(),
                    far.place().prefecture());
        }
        Doubt.OtherSystem other = (Doubt.OtherSystem) doubt;
        Crs given = other.places().get(0).position().crs();
        return text(
                "doubt.system",
                text("crs." + given),
                text("crs." + other.likely()),
                String.valueOf(other.metresInstead()),
                String.valueOf(other.metresAsGiven()));
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
