package io.chunfeng.road;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.util.shapes.GHPoint;
import io.chunfeng.place.Compass;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Finds the road of a place, and the places that have none near enough. */
final class Attachments {
    private final CoachEngine engine;
    private final EdgeFilter attachable;
    private final AccessRule rule;

    Attachments(CoachEngine engine, AccessRule rule) {
        this(engine, engine.attachable(), rule);
    }

    private Attachments(CoachEngine engine, EdgeFilter attachable, AccessRule rule) {
        this.engine = engine;
        this.attachable = attachable;
        this.rule = rule;
    }

    /** The same, but no place is attached to one of these edges. */
    Attachments without(BitSet edges) {
        return new Attachments(engine, edge -> !edges.get(edge.getEdge()) && attachable.accept(edge), rule);
    }

    List<RoadNetwork.OffMap> offMap(Collection<Place> places) {
        List<RoadNetwork.OffMap> offMap = new ArrayList<>();
        for (Place place : places) {
            Attached nearest = nearest(place);
            if (!nearest.within(rule.maxMetres())) {
                offMap.add(offMap(place, nearest));
            }
        }
        return offMap;
    }

    private static RoadNetwork.OffMap offMap(Place place, Attached nearest) {
        GHPoint road = nearest.snap().getSnappedPoint();
        return new RoadNetwork.OffMap(
                place,
                (int) Math.round(nearest.straightMetres()),
                Compass.from(nearest.position(), Position.wgs84(road.lon, road.lat)));
    }

    /** To the nearest road, however far it is. */
    double straightMetres(Position wgs84) {
        return engine.getLocationIndex()
                .findClosest(wgs84.lat(), wgs84.lon(), attachable)
                .getQueryDistance();
    }

    /** @throws PlacesOffMapException naming every place that is too far from any road */
    List<Attached> of(List<Place> places) {
        List<Attached> attached = places.parallelStream().map(this::nearest).toList();
        if (!attached.stream().allMatch(place -> place.within(rule.maxMetres()))) {
            throw new PlacesOffMapException(offMap(places), rule.maxMetres());
        }
        return attached;
    }

    private Attached nearest(Place place) {
        return Attached.of(place, engine.getLocationIndex(), attachable, rule);
    }
}
