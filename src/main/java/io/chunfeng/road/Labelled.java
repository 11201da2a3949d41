package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The labels of places, searched for once and remembered by position: a place that is added to others costs its own two searches only. */
final class Labelled {
    /** A place takes some ten kilobytes. */
    private static final int KEPT = 5_000;

    private final Hierarchy hierarchy;
    private final Attachments attachments;
    private final Predicate<EdgeIteratorState> isExpressway;
    private final Queue<Searches> idle = new ConcurrentLinkedQueue<>();
    private final Map<Position, PlaceLabels> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, PlaceLabels> eldest) {
            return size() > KEPT;
        }
    };

    /** Both halves, with their arrays. */
    record Searches(Search forward, Search backward) {}

    Labelled(Hierarchy hierarchy, Attachments attachments, Predicate<EdgeIteratorState> isExpressway) {
        this.hierarchy = hierarchy;
        this.attachments = attachments;
        this.isExpressway = isExpressway;
    }

    /** @throws PlacesOffMapException naming every place that is too far from any road, also where several are at one point */
    List<PlaceLabels> of(List<Place> places) {
        Map<Position, PlaceLabels> known = known(places);
        Map<Position, Place> unknown = new LinkedHashMap<>();
        for (Place place : places) {
            if (!known.containsKey(place.position())) {
                unknown.putIfAbsent(place.position(), place);
            }
        }
        if (!unknown.isEmpty()) {
            List<Attached> attached = attach(places, List.copyOf(unknown.values()));
            List<PlaceLabels> found = (attached.size() == 1 ? attached.stream() : attached.parallelStream())
                    .map(this::search)
                    .toList();
            int next = 0;
            for (Position position : unknown.keySet()) {
                known.put(position, found.get(next++));
            }
            synchronized (latest) {
                unknown.keySet().forEach(position -> latest.put(position, known.get(position)));
            }
        }
        return places.stream().map(place -> known.get(place.position())).collect(Collectors.toList());
    }

    private List<Attached> attach(List<Place> all, List<Place> someAtEachPoint) {
        try {
            return attachments.of(someAtEachPoint);
        } catch (PlacesOffMapException e) {
            attachments.of(all);
            throw e;
        }
    }

    private Map<Position, PlaceLabels> known(List<Place> places) {
        Map<Position, PlaceLabels> known = new HashMap<>();
        synchronized (latest) {
            for (Place place : places) {
                PlaceLabels labels = latest.get(place.position());
                if (labels != null) {
                    known.put(place.position(), labels);
                }
            }
        }
        return known;
    }

    private PlaceLabels search(Attached attached) {
        Searches searches = idle.poll();
        if (searches == null) {
            searches = new Searches(new Search(hierarchy, false), new Search(hierarchy, true));
        }
        int edge = PlaceLabels.edge(attached.snap());
        Stubs stubs = Stubs.of(attached, hierarchy, isExpressway);
        PlaceLabels labels = new PlaceLabels(
                attached, edge, searches.forward.labels(stubs.from()), searches.backward.labels(stubs.to()));
        idle.add(searches);
        return labels;
    }
}
