package io.chunfeng.road;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import java.util.List;

/** Coordinates that look wrong: a warning, never an obstacle. */
public sealed interface Doubt {

    /** Whose coordinates; at least one. */
    List<Place> places();

    /** Outside China, and inside with longitude and latitude exchanged. */
    record Swapped(Place place) implements Doubt {
        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /**
     * Further from the seat of its prefecture than any place of China that is where it should be.
     *
     * @param seat name of the seat's city
     * @param metres straight
     */
    record FarFromSeat(Place place, String seat, int metres) implements Doubt {
        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /**
     * Several places of one origin that fit the streets better when read in another coordinate system.
     *
     * @param places those that do; all are given in the same system
     * @param likely the system they seem to be in
     * @param metresAsGiven median distance to the nearest road
     * @param metresInstead the same when read in the likely system
     */
    record OtherSystem(List<Place> places, Crs likely, int metresAsGiven, int metresInstead) implements Doubt {
        public OtherSystem {
            places = List.copyOf(places);
        }
    }
}
