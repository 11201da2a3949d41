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
        PlaceLabels[] labels = new PlaceLabels[places.size()];
        Map<Position, Place> unknown = new LinkedHashMap<>();
        synchronized (latest) {
            for (int i = 0; i < labels.length; i++) {
                labels[i] = latest.get(places.get(i).position());
                if (labels[i] == null) {
                    unknown.putIfAbsent(places.get(i).position(), places.get(i));
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<Position, PlaceLabels> found = search(places, unknown);
            for (int i = 0; i < labels.length; i++) {
                labels[i] = labels[i] == null ? found.get(places.get(i).position()) : labels[i];
            }
        }
        return List.of(labels);
    }

    private Map<Position, PlaceLabels> search(List<Place> places, Map<Position, Place> unknown) {
        List<Attached> attached = attach(places, List.copyOf(unknown.values()));
        List<PlaceLabels> labels = (attached.size() == 1 ? attached.stream() : attached.parallelStream())
                .map(this::search)
                .toList();
        Map<Position, PlaceLabels> found = new HashMap<>();
        int next = 0;
        for (Position position : unknown.keySet()) {
            found.put(position, labels.get(next++));
        }
        synchronized (latest) {
            latest.putAll(found);
        }
        return found;
    }

    private List<Attached> attach(List<Place> all, List<Place> someAtEachPoint) {
        try {
            return attachments.of(someAtEachPoint);
        } catch (PlacesOffMapException e) {
            attachments.of(all);
            throw e;
        }
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
