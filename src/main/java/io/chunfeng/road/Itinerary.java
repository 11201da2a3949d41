package io.chunfeng.road;

import java.util.ArrayList;
import java.util.List;

/**
 * What several ways driven one after the other pass.
 *
 * @param metres of all of them
 * @param passed in the order of travel, metres from the start of the first way
 */
public record Itinerary(int metres, List<Passed> passed) {
    /** A numbered road is a main one from this length on, or from a tenth of the whole way on. Convention of this project. */
    static final int MAIN_ROAD_METRES = 10_000;

    public Itinerary {
        passed = List.copyOf(passed);
    }

    /** Where two ways meet, a town is passed once and a road goes on. */
    public static Itinerary of(List<RoadPath> ways) {
        List<Passed> passed = new ArrayList<>();
        int metres = 0;
        Passed.Town town = null;
        int road = -1;
        for (RoadPath way : ways) {
            for (Passed unshifted : way.passed()) {
                Passed next = unshifted.shifted(metres);
                if (next instanceof Passed.Town nextTown) {
                    if (!nextTown.isSame(town)) {
                        passed.add(nextTown);
                    }
                    town = nextTown;
                } else if (next instanceof Passed.Road nextRoad) {
                    if (road >= 0 && passed.get(road) instanceof Passed.Road before && before.goesOnIn(nextRoad)) {
                        passed.set(
                                road,
                                new Passed.Road(before.number(), before.name(), before.metres(), nextRoad.toMetres()));
                    } else {
                        road = passed.size();
                        passed.add(nextRoad);
                    }
                }
            }
            metres += way.metres();
        }
        return new Itinerary(metres, passed);
    }

    /**
     * The towns to name where there is room for so many, in the order of travel: the first and the last, then cities, then counties, each time the
     * one that is furthest from all those named before.
     */
    public List<Passed.Town> mainPlaces(int atMost) {
        return MainPlaces.of(towns(), atMost);
    }

    /** The main places with the main roads between them, in the order of travel; a road that goes on behind a place is not named again. */
    public List<Passed> main(int placesAtMost) {
        List<Passed.Town> places = mainPlaces(placesAtMost);
        List<Passed> main = new ArrayList<>();
        String number = "";
        for (Passed next : passed) {
            if (next instanceof Passed.Road road
                    && isMain(road)
                    && !road.number().equals(number)) {
                main.add(road);
                number = road.number();
            } else if (places.contains(next)) {
                main.add(next);
            }
        }
        return main;
    }

    private boolean isMain(Passed.Road road) {
        return road.length() >= Math.min(MAIN_ROAD_METRES, metres / 10);
    }

    private List<Passed.Town> towns() {
        return passed.stream()
                .filter(Passed.Town.class::isInstance)
                .map(Passed.Town.class::cast)
                .toList();
    }
}
