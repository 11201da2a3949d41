package io.chunfeng.command;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.Doubt;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Doubts about coordinates as warnings: one line each, with the JSON path of every place concerned. */
final class DoubtLines {
    private DoubtLines() {}

    /**
     * @param file in messages
     * @param places of the problem, in the order of the file
     */
    static List<String> of(List<Doubt> doubts, String file, List<Place> places) {
        return doubts.stream()
                .map(doubt -> file + ": " + path(doubt, places) + ": warning: "
                        + doubt.places().get(0).name() + words(doubt))
                .toList();
    }

    private static String path(Doubt doubt, List<Place> places) {
        return doubt.places().stream()
                .map(place -> String.valueOf(places.indexOf(place)))
                .collect(Collectors.joining(",", "$.places[", "]"));
    }

    private static String words(Doubt doubt) {
        if (doubt instanceof Doubt.Swapped swapped) {
            Position given = swapped.place().position();
            return ": longitude and latitude look swapped: " + given.lonLat() + " → "
                    + given.swapped().lonLat();
        }
        if (doubt instanceof Doubt.FarFromSeat far) {
            return String.format(
                    Locale.ROOT,
                    " lies %.0f km from %s (%s); check lon, lat and adminCode",
                    far.metres() / 1000.0,
                    far.seat(),
                    far.place().prefecture());
        }
        Doubt.OtherSystem other = (Doubt.OtherSystem) doubt;
        Crs given = other.places().get(0).position().crs();
        int more = other.places().size() - 1;
        return (more == 0 ? "" : " and " + more + " more") + ": given in " + given + ", but the streets fit "
                + other.likely() + ": median distance to a road " + other.metresInstead() + " m instead of "
                + other.metresAsGiven() + " m; check crs, also of other places from the same source";
    }
}
