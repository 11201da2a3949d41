package io.chunfeng.road;

import java.util.List;

/** Some places are too far from any road of the loaded map. */
public class PlacesOffMapException extends RuntimeException {
    private final transient List<RoadNetwork.OffMap> places;

    public PlacesOffMapException(List<RoadNetwork.OffMap> places) {
        super("off the map: " + places);
        this.places = List.copyOf(places);
    }

    public List<RoadNetwork.OffMap> places() {
        return places;
    }
}
