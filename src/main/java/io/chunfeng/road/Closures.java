package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The views of a map with roads closed; the latest few are kept with what they have prepared. */
final class Closures {
    private static final int KEPT = 3;

    private final GraphHopperNetwork open;
    private final Attachments attachments;
    private final ClosedEdges closedEdges;
    private final Map<Set<Closure.Extent>, ClosedNetwork> latest = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<Closure.Extent>, ClosedNetwork> eldest) {
            return size() > KEPT;
        }
    };

    Closures(GraphHopperNetwork open, Attachments attachments) {
        this.open = open;
        this.attachments = attachments;
        this.closedEdges = new ClosedEdges(open.engine(), attachments);
    }

    /** Pages ask for the same closures again and again: which edges they hold is searched for once. */
    RoadNetwork view(Collection<Closure.Extent> extents) {
        Set<Closure.Extent> distinct = Set.copyOf(extents);
        synchronized (latest) {
            ClosedNetwork known = latest.get(distinct);
            if (known != null) {
                return known;
            }
        }
        BitSet edges = new BitSet();
        distinct.forEach(extent -> edges.or(closedEdges.of(extent)));
        ClosedNetwork view = new ClosedNetwork(open, attachments, distinct, edges);
        synchronized (latest) {
            ClosedNetwork first = latest.putIfAbsent(distinct, view);
            return first == null ? view : first;
        }
    }

    RoadNetwork.ClosedRoads roads(Closure.Extent extent) {
        double metres = 0;
        List<List<double[]>> lines = new ArrayList<>();
        for (int number : closedEdges.of(extent).stream().toArray()) {
            EdgeIteratorState edge = open.engine().getBaseGraph().getEdgeIteratorState(number, Integer.MIN_VALUE);
            metres += edge.getDistance();
            List<double[]> line = new ArrayList<>();
            PointList course = edge.fetchWayGeometry(FetchMode.ALL);
            for (int i = 0; i < course.size(); i++) {
                line.add(new double[] {course.getLon(i), course.getLat(i)});
            }
            lines.add(line);
        }
        return new RoadNetwork.ClosedRoads((int) Math.round(metres), lines);
    }
}
