package io.chunfeng.road;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.function.Predicate;

/**
 * Metres, milliseconds and expressway metres of every edge and shortcut of the hierarchy, added up once, so that a search needs no unpacking.
 * The hierarchy itself knows weights only.
 */
final class EdgeFigures {
    private final RoutingCHGraph hierarchy;
    private final Predicate<EdgeIteratorState> isExpressway;
    private final double[] metres;
    private final float[] expresswayMetres;
    /** Along the stored direction: from the base node of an edge, from the lower node of a shortcut. */
    private final int[] millis;

    private final int[] reverseMillis;

    EdgeFigures(RoutingCHGraph hierarchy, Predicate<EdgeIteratorState> isExpressway) {
        this.hierarchy = hierarchy;
        this.isExpressway = isExpressway;
        int edges = hierarchy.getEdges();
        metres = new double[edges];
        expresswayMetres = new float[edges];
        millis = new int[edges];
        reverseMillis = new int[edges];
        Graph roads = hierarchy.getBaseGraph();
        Weighting weighting = hierarchy.getWeighting();
        for (int edge = 0; edge < roads.getEdges(); edge++) {
            EdgeIteratorState road = roads.getEdgeIteratorState(edge, Integer.MIN_VALUE);
            metres[edge] = road.getDistance();
            expresswayMetres[edge] = (float) expresswayMetres(road);
            millis[edge] = millis(weighting, road, false);
            reverseMillis[edge] = millis(weighting, road, true);
        }
        for (int edge = roads.getEdges(); edge < edges; edge++) {
            addUp(edge);
        }
    }

    /** Shortcuts come after the two edges they replace, so one pass in the order of their numbers is enough. */
    private void addUp(int shortcut) {
        RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(shortcut, Integer.MIN_VALUE);
        int first = state.getSkippedEdge1();
        int second = state.getSkippedEdge2();
        if (first >= shortcut || second >= shortcut) {
            throw new IllegalStateException("shortcut " + shortcut + " is stored before an edge it replaces");
        }
        int from = state.getBaseNode();
        int to = state.getAdjNode();
        if (!touches(first, from)) {
            int swap = first;
            first = second;
            second = swap;
        }
        metres[shortcut] = metres[first] + metres[second];
        expresswayMetres[shortcut] = expresswayMetres[first] + expresswayMetres[second];
        millis[shortcut] = sum(millisFrom(first, from), millisTo(second, to));
        reverseMillis[shortcut] = sum(millisFrom(second, to), millisTo(first, from));
    }

    private boolean touches(int edge, int node) {
        RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE);
        return state.getBaseNode() == node || state.getAdjNode() == node;
    }

    private int millisFrom(int edge, int node) {
        return hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE).getBaseNode() == node
                ? millis[edge]
                : reverseMillis[edge];
    }

    private int millisTo(int edge, int node) {
        return hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE).getBaseNode() == node
                ? reverseMillis[edge]
                : millis[edge];
    }

    /** The direction a one-way road cannot be driven has no meaning; its sums must not overflow all the same. */
    private static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    private static int millis(Weighting weighting, EdgeIteratorState road, boolean reverse) {
        return Double.isInfinite(weighting.calcEdgeWeight(road, reverse))
                ? 0
                : (int) weighting.calcEdgeMillis(road, reverse);
    }

    private double expresswayMetres(EdgeIteratorState road) {
        return isExpressway.test(road) ? road.getDistance() : 0;
    }

    /**
     * Adds one edge of a search to the figures of the way so far.
     *
     * @param queryGraph knows the parts of edges that are cut by places
     * @param edge as the search meets it
     * @param against whether the way leads from the edge's adjacent node to its base node
     */
    WayFigures extend(WayFigures way, QueryGraph queryGraph, RoutingCHEdgeIteratorState edge, boolean against) {
        int id = edge.getEdge();
        if (id >= metres.length) {
            EdgeIteratorState part = queryGraph.getEdgeIteratorState(edge.getOrigEdge(), edge.getAdjNode());
            return way.plus(
                    part.getDistance(), millis(hierarchy.getWeighting(), part, against), expresswayMetres(part));
        }
        boolean stored = edge.isShortcut() || (edge.getOrigEdgeKeyFirst() & 1) == 0;
        return way.plus(metres[id], stored == against ? reverseMillis[id] : millis[id], expresswayMetres[id]);
    }
}
