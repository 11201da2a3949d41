package io.chunfeng.road;

import com.graphhopper.routing.util.EdgeFilter;
import io.chunfeng.place.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Finds the road of a place, and the places that have none near enough. */
final class Attachments {
    private final CoachEngine engine;
    private final EdgeFilter attachable;
    private final int maxAccessMetres;

    Attachments(CoachEngine engine, int maxAccessMetres) {
        this(engine, engine.attachable(), maxAccessMetres);
    }

    private Attachments(CoachEngine engine, EdgeFilter attachable, int maxAccessMetres) {
        this.engine = engine;
        this.attachable = attachable;
        this.maxAccessMetres = maxAccessMetres;
    }

    /** The same, but no place is attached to one of these edges. */
    Attachments without(BitSet edges) {
        return new Attachments(engine, edge -> !edges.get(edge.getEdge()) && attachable.accept(edge), maxAccessMetres);
    }

    List<RoadNetwork.OffMap> offMap(Collection<Place> places) {
        List<RoadNetwork.OffMap> offMap = new ArrayList<>();
        for (Place place : places) {
            Attached nearest = nearest(place);
            if (!nearest.within(maxAccessMetres)) {
                offMap.add(new RoadNetwork.OffMap(place, nearest.roadMetres()));
            }
        }
        return offMap;
    }

    /** @throws PlacesOffMapException naming every place that is too far from any road */
    List<Attached> of(List<Place> places) {
        List<Attached> attached = places.parallelStream().map(this::nearest).toList();
        if (!attached.stream().allMatch(place -> place.within(maxAccessMetres))) {
            throw new PlacesOffMapException(offMap(places), maxAccessMetres);
        }
        return attached;
    }

    private Attached nearest(Place place) {
        return Attached.of(place, engine.getLocationIndex(), attachable);
    }
}
