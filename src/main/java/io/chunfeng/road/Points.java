package io.chunfeng.road;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of places: those at one point share it.
 *
 * @param distinct WGS-84
 * @param ofPlace number of each place's point
 */
record Points(List<Position> distinct, int[] ofPlace) {

    static Points of(List<Place> places) {
        Map<Position, Integer> numbers = new LinkedHashMap<>();
        int[] ofPlace = new int[places.size()];
        for (int i = 0; i < ofPlace.length; i++) {
            Position point = Wgs84.of(places.get(i).position());
            Integer number = numbers.putIfAbsent(point, numbers.size());
            ofPlace[i] = number == null ? numbers.size() - 1 : number;
        }
        return new Points(List.copyOf(numbers.keySet()), ofPlace);
    }

    int size() {
        return distinct.size();
    }

    /** The same ways between points. */
    Pairs between(Pairs places) {
        Pairs points = Pairs.none(size());
        for (int from = 0; from < ofPlace.length; from++) {
            int row = ofPlace[from];
            places.rows()[from].stream().forEach(to -> points.want(row, ofPlace[to]));
        }
        return points;
    }

    /**
     * Some of the places with the ways wanted between them.
     *
     * @param points the point of each place
     */
    record Part(List<Place> places, int[] points, Pairs wanted) {}

    /** The places at which a way is missing; of those at one point the first stands for all. */
    Part part(List<Place> places, Pairs missing) {
        BitSet concerned = new BitSet(size());
        for (int from = 0; from < size(); from++) {
            concerned.or(missing.rows()[from]);
            concerned.set(from, concerned.get(from) || !missing.rows()[from].isEmpty());
        }
        int[] numbers = new int[size()];
        Arrays.fill(numbers, -1);
        List<Place> some = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < ofPlace.length; i++) {
            if (concerned.get(ofPlace[i])) {
                if (numbers[ofPlace[i]] < 0) {
                    numbers[ofPlace[i]] = some.size();
                }
                some.add(places.get(i));
                points.add(ofPlace[i]);
            }
        }
        Pairs wanted = Pairs.none(some.size());
        for (int from = 0; from < size(); from++) {
            int row = numbers[from];
            missing.rows()[from].stream().forEach(to -> wanted.want(row, numbers[to]));
        }
        return new Part(some, points.stream().mapToInt(Integer::intValue).toArray(), wanted);
    }
}
