package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Some places are too far from any road of the loaded map. */
public class PlacesOffMapException extends RuntimeException {
    private final transient List<RoadNetwork.OffMap> places;

    /** @param limitMetres how far from a road a place may lie */
    public PlacesOffMapException(List<RoadNetwork.OffMap> places, int limitMetres) {
        super(message(places, limitMetres));
        this.places = List.copyOf(places);
    }

    private static String message(List<RoadNetwork.OffMap> places, int limitMetres) {
        String named = places.stream().map(PlacesOffMapException::named).collect(Collectors.joining("; "));
        return "more than " + limitMetres / 1000 + " km from every road of the map: " + named
                + ". Correct the coordinates (longitude before latitude) or their crs, or use a map that covers these places";
    }

    private static String named(RoadNetwork.OffMap off) {
        Place place = off.place();
        String distance = off.nearestRoadMetres() < 0
                ? "no road near"
                : String.format(Locale.ROOT, "%.1f km", off.nearestRoadMetres() / 1000.0);
        return place.id() + " " + place.name() + " (" + place.position().lon() + ", "
                + place.position().lat() + " " + place.position().crs() + ", " + distance + ")";
    }

    public List<RoadNetwork.OffMap> places() {
        return places;
    }
}
