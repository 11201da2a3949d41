package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.List;

/** Ways between many places over one hierarchy. */
final class Matrices {
    private final Hierarchy hierarchy;
    private final Attachments attachments;
    private final Labelled labelled;
    private final SameEdge sameEdge;

    Matrices(CoachEngine engine, Hierarchy hierarchy, Attachments attachments, WayFinder finder) {
        this.hierarchy = hierarchy;
        this.attachments = attachments;
        this.labelled = new Labelled(hierarchy, attachments, engine::isExpressway);
        this.sameEdge = new SameEdge(hierarchy.roads(), finder, engine::isExpressway);
    }

    /** See {@link RoadNetwork#ways}. */
    void find(List<Place> places, Pairs wanted, RoadNetwork.Ways ways) {
        List<PlaceLabels> labels = labelled.of(places);
        new ManyToMany(hierarchy, labels).find(wanted, (from, to, onNetwork) -> {
            PlaceLabels start = labels.get(from);
            PlaceLabels end = labels.get(to);
            WayFigures best = SameEdge.holds(start, end) ? alongTheEdge(places, from, to) : onNetwork;
            DoorToDoor way = DoorToDoor.of(start.attached(), end.attached(), best);
            if (way != null) {
                ways.way(from, to, way.metres(), way.seconds(), way.expressway());
            }
        });
    }

    private WayFigures alongTheEdge(List<Place> places, int from, int to) {
        List<Attached> ends = attachments.of(List.of(places.get(from), places.get(to)));
        return sameEdge.way(ends.get(0), ends.get(1));
    }
}
