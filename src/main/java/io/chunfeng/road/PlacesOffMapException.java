package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Some places are too far from any road of the loaded map. */
public class PlacesOffMapException extends RuntimeException {
    private final transient List<RoadNetwork.OffMap> places;
    private final int limitMetres;

    /** @param limitMetres how far from a road a place may lie */
    public PlacesOffMapException(List<RoadNetwork.OffMap> places, int limitMetres) {
        super(message(places, limitMetres));
        this.places = List.copyOf(places);
        this.limitMetres = limitMetres;
    }

    private static String message(List<RoadNetwork.OffMap> places, int limitMetres) {
        String named = places.stream().map(PlacesOffMapException::named).collect(Collectors.joining("; "));
        return "more than " + limitMetres / 1000 + " km from every road of the map: " + named
                + ". Correct the coordinates (longitude before latitude) or their crs, or use a map that covers these places";
    }

    private static String named(RoadNetwork.OffMap off) {
        Place place = off.place();
        String road = String.format(
                Locale.ROOT,
                "%.1f km, %s",
                off.nearestRoadMetres() / 1000.0,
                off.towards().english());
        return place.id() + " " + place.name() + " (" + place.position().lon() + ", "
                + place.position().lat() + " " + place.position().crs() + ", nearest road " + road + ")";
    }

    public List<RoadNetwork.OffMap> places() {
        return places;
    }

    public int limitMetres() {
        return limitMetres;
    }
}
