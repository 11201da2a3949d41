package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import io.chunfeng.place.Place;
import java.util.List;
import java.util.function.Predicate;

/** Matrices over one hierarchy. */
final class Matrices {
    private final Hierarchy hierarchy;
    private final Attachments attachments;
    private final Predicate<EdgeIteratorState> isExpressway;
    private final Labelled labelled;

    Matrices(Hierarchy hierarchy, Attachments attachments, Predicate<EdgeIteratorState> isExpressway) {
        this.hierarchy = hierarchy;
        this.attachments = attachments;
        this.isExpressway = isExpressway;
        this.labelled = new Labelled(hierarchy, attachments, isExpressway);
    }

    RoadMatrix of(List<Place> places, Pairs wanted) {
        List<PlaceLabels> labels = labelled.of(places);
        RoadMatrix matrix = RoadMatrix.empty(places.stream().map(Place::id).toList());
        new ManyToMany(hierarchy, labels).find(wanted, (from, to, way) -> {
            PlaceLabels start = labels.get(from);
            PlaceLabels end = labels.get(to);
            WayFigures best = SameEdge.holds(start, end) ? alongTheEdge(places, from, to) : way;
            matrix.put(from, to, DoorToDoor.of(start.attached(), end.attached(), best));
        });
        return matrix;
    }

    private WayFigures alongTheEdge(List<Place> places, int from, int to) {
        List<Attached> ends = attachments.of(List.of(places.get(from), places.get(to)));
        return SameEdge.way(hierarchy, ends.get(0), ends.get(1), isExpressway);
    }
}
