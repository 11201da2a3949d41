package io.chunfeng.road;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.List;

/**
 * What no way between places falls below, known without any search. Row = from, column = to. The bounds of drives that follow one another
 * add up to a bound of them together: going by another place is never bound lower than going there at once.
 *
 * @param metres before rounding to whole metres
 * @param seconds before rounding to whole seconds
 */
public record LeastWays(double[][] metres, double[][] seconds) {

    static LeastWays between(List<Place> places, StraightBound metres, StraightBound seconds) {
        List<Position> points =
                places.stream().map(place -> Wgs84.of(place.position())).toList();
        return new LeastWays(metres.between(points), seconds.between(points));
    }
}
