package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import io.chunfeng.place.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names what a way passes. */
final class Passing {
    private final CoachEngine engine;
    private final Waymarks waymarks;

    Passing(CoachEngine engine) {
        this.engine = engine;
        this.waymarks = engine.waymarks();
    }

    /**
     * The towns where the ends are by their administrative codes, at the very ends, and between them whatever the course leads past.
     *
     * @param course null where the way is straight
     * @param metres of the whole way
     */
    List<Passed> along(Place from, Place to, Course course, int metres) {
        Gazetteer.Seat start = waymarks.gazetteer().of(from.adminCode());
        Gazetteer.Seat end = waymarks.gazetteer().of(to.adminCode());
        List<Passed> passed = new ArrayList<>();
        if (start != null) {
            passed.add(start.passedAt(0));
        }
        if (course != null) {
            List<Passed> between = new ArrayList<>();
            waymarks.towns(course).stream()
                    .filter(town -> !isAt(start, town) && !isAt(end, town))
                    .forEach(between::add);
            between.addAll(
                    RoadNumbers.merged(course.edges().stream().map(this::piece).toList(), course.startMetres()));
            between.sort(Comparator.comparingInt(Passed::metres));
            passed.addAll(between);
        }
        if (end != null && !end.equals(start)) {
            passed.add(end.passedAt(metres));
        }
        return passed;
    }

    private static boolean isAt(Gazetteer.Seat end, Passed.Town town) {
        return end != null && end.passedAt(0).isSame(town);
    }

    private RoadNumbers.Piece piece(EdgeIteratorState edge) {
        Waymarks.Label label = waymarks.label(edge);
        return new RoadNumbers.Piece(
                RoadNumbers.in(label.ref(), engine.isExpressway(edge)), label.name(), edge.getDistance());
    }
}
