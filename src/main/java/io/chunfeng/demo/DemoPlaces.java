package io.chunfeng.demo;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.List;

/**
 * Places of the demo and what their ids say: {@code 140222} a county seat, {@code 140222-t01} a township,
 * {@code dp-} depots, {@code st-} stations, {@code ap-} airports, {@code wp-120000-01} workplaces by city.
 */
final class DemoPlaces {
    private DemoPlaces() {}

    static List<Place> read() {
        return CsvTable.read("places.csv").rows().stream()
                .map(row -> new Place(
                        row.text("id"),
                        row.text("name"),
                        row.text("adminCode"),
                        Position.wgs84(row.degrees("lon"), row.degrees("lat"))))
                .toList();
    }

    /** County seats and townships: where groups board. */
    static boolean isHome(Place place) {
        return place.id().startsWith("14");
    }

    /** Some counties also board in townships. */
    static boolean isTownship(Place place) {
        return place.id().contains("-t") && isHome(place);
    }

    static boolean isWorkplaceIn(Place place, String city) {
        return place.id().startsWith("wp-" + city);
    }

    /** Good enough below 200 km. */
    static double straightKm(Place a, Place b) {
        double east = (a.position().lon() - b.position().lon())
                * 111.3
                * Math.cos(Math.toRadians(a.position().lat()));
        double north = (a.position().lat() - b.position().lat()) * 111.2;
        return Math.hypot(east, north);
    }
}
