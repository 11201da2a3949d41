package io.chunfeng.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import java.util.BitSet;
import java.util.function.Predicate;

/** Length, time and expressway length of every edge and shortcut of a hierarchy, which itself knows weights only. Added up once. */
final class EdgeFigures {
    private final RoutingCHGraph hierarchy;
    private final double[] metres;
    private final int[] expresswayCentimetres;
    /** Along the stored direction: from the base node of an edge, from the lower node of a shortcut; of a directed shortcut, as it is travelled. */
    private final int[] millis;

    private final int[] reverseMillis;
    private final BitSet known = new BitSet();

    EdgeFigures(RoutingCHGraph hierarchy, Predicate<EdgeIteratorState> isExpressway) {
        this.hierarchy = hierarchy;
        int edges = hierarchy.getEdges();
        metres = new double[edges];
        expresswayCentimetres = new int[edges];
        millis = new int[edges];
        reverseMillis = new int[edges];
        Graph roads = hierarchy.getBaseGraph();
        Weighting weighting = hierarchy.getWeighting();
        for (int edge = 0; edge < roads.getEdges(); edge++) {
            EdgeIteratorState road = roads.getEdgeIteratorState(edge, Integer.MIN_VALUE);
            metres[edge] = road.getDistance();
            expresswayCentimetres[edge] = isExpressway.test(road) ? centimetres(road) : 0;
            millis[edge] = millis(weighting, road, false);
            reverseMillis[edge] = millis(weighting, road, true);
        }
        known.set(0, roads.getEdges());
        for (int edge = roads.getEdges(); edge < edges; edge++) {
            addUp(edge);
        }
    }

    /** After the two edges that it replaces, which are not always stored before it. As deep as shortcuts are nested: some hundred. */
    private void addUp(int shortcut) {
        if (known.get(shortcut)) {
            return;
        }
        known.set(shortcut);
        RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(shortcut, Integer.MIN_VALUE);
        int first = state.getSkippedEdge1();
        int second = state.getSkippedEdge2();
        addUp(first);
        addUp(second);
        metres[shortcut] = metres[first] + metres[second];
        expresswayCentimetres[shortcut] = sum(expresswayCentimetres[first], expresswayCentimetres[second]);
        if (hierarchy.isEdgeBased()) {
            millis[shortcut] =
                    sum(travelled(first, state.getOrigEdgeKeyFirst()), travelled(second, state.getOrigEdgeKeyLast()));
            return;
        }
        int from = state.getBaseNode();
        int to = state.getAdjNode();
        if (!touches(first, from)) {
            int swap = first;
            first = second;
            second = swap;
        }
        millis[shortcut] = sum(millisFrom(first, from), millisTo(second, to));
        reverseMillis[shortcut] = sum(millisFrom(second, to), millisTo(first, from));
    }

    /** Of one half of a directed shortcut; where that is an edge, the shortcut's own key tells its direction. */
    private int travelled(int half, int key) {
        boolean shortcut = half >= hierarchy.getBaseGraph().getEdges();
        return shortcut || (key & 1) == 0 ? millis[half] : reverseMillis[half];
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

    static int centimetres(EdgeIteratorState road) {
        return (int) Math.round(road.getDistance() * 100);
    }

    static int millis(Weighting weighting, EdgeIteratorState road, boolean reverse) {
        return Double.isInfinite(weighting.calcEdgeWeight(road, reverse))
                ? 0
                : (int) weighting.calcEdgeMillis(road, reverse);
    }

    double metres(int edge) {
        return metres[edge];
    }

    int expresswayCentimetres(int edge) {
        return expresswayCentimetres[edge];
    }

    /** @param against whether the way leads from the adjacent node of the edge, as it is looked at, to its base node */
    int millis(RoutingCHEdgeIteratorState edge, boolean against) {
        int id = edge.getEdge();
        if (edge.isShortcut()) {
            return against && !hierarchy.isEdgeBased() ? reverseMillis[id] : millis[id];
        }
        boolean stored = GHUtility.createEdgeKey(id, false) == edge.getOrigEdgeKeyFirst();
        return stored == against ? reverseMillis[id] : millis[id];
    }
}
