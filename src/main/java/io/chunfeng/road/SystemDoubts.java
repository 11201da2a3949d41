package io.chunfeng.road;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Finds sets of places that are in another coordinate system than stated. One place proves nothing, so places of one origin are judged together:
 * first those of a county, then of a prefecture, then all. How often this errs is measured in src/docs/roads.md.
 */
final class SystemDoubts {
    private static final int[] DIGITS_OF_AN_ORIGIN = {6, 4, 0};
    private static final int FEWEST = 5;
    /** Standard deviations of the summed evidence of places that fit no system better than another. */
    private static final double DEVIATIONS = 2.5;

    private SystemDoubts() {}

    /** @param toRoad straight metres to the nearest road of a point in WGS-84 */
    static List<Doubt> of(Collection<Place> places, ToDoubleFunction<Position> toRoad) {
        List<StreetEvidence> open = places.stream()
                .map(place -> StreetEvidence.of(place, toRoad))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Doubt> doubts = new ArrayList<>();
        for (int digits : DIGITS_OF_AN_ORIGIN) {
            Map<String, List<StreetEvidence>> sets = open.stream()
                    .collect(Collectors.groupingBy(
                            place -> place.given() + place.place().adminCode().substring(0, digits),
                            TreeMap::new,
                            Collectors.toList()));
            for (List<StreetEvidence> set : sets.values()) {
                Doubt doubt = doubt(set);
                if (doubt != null) {
                    doubts.add(doubt);
                    open.removeAll(set);
                }
            }
        }
        return doubts;
    }

    private static Doubt doubt(List<StreetEvidence> set) {
        List<StreetEvidence> points = atDifferentPoints(set);
        if (points.size() < FEWEST) {
            return null;
        }
        Crs given = points.get(0).given();
        Crs likely = Arrays.stream(Crs.values())
                .filter(crs -> crs != given)
                .max(Comparator.comparingDouble(crs -> gain(points, crs)))
                .orElseThrow();
        if (gain(points, likely) < DEVIATIONS * Math.sqrt(2.0 * points.size())) {
            return null;
        }
        return new Doubt.OtherSystem(
                set.stream()
                        .filter(place -> place.gain(likely) > 0)
                        .map(StreetEvidence::place)
                        .toList(),
                likely,
                median(points, given),
                median(points, likely));
    }

    /** A point given many times is no more evidence than once. */
    private static List<StreetEvidence> atDifferentPoints(List<StreetEvidence> set) {
        Set<Position> seen = new HashSet<>();
        return set.stream().filter(place -> seen.add(place.place().position())).toList();
    }

    private static double gain(List<StreetEvidence> points, Crs crs) {
        return points.stream().mapToDouble(place -> place.gain(crs)).sum();
    }

    private static int median(List<StreetEvidence> points, Crs crs) {
        double[] metres = points.stream()
                .mapToDouble(place -> place.metres()[crs.ordinal()])
                .sorted()
                .toArray();
        return (int) Math.round(metres[metres.length / 2]);
    }
}
