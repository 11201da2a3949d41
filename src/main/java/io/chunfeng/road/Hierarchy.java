package io.chunfeng.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import java.util.function.Predicate;

/**
 * A contraction hierarchy laid out for searching, with the figures of every arc, so that nothing is unpacked.
 *
 * @param roads the edges without shortcuts
 * @param turns whether some turns are forbidden, so that a search has to know by which edge it came
 * @param forward arcs that lead up
 * @param backward arcs that lead down, stored at their lower end
 */
record Hierarchy(BaseGraph roads, Weighting weighting, boolean turns, Arcs forward, Arcs backward) {

    /** @param graph the engine's own; no longer needed afterwards */
    static Hierarchy of(RoutingCHGraph graph, Predicate<EdgeIteratorState> isExpressway) {
        EdgeFigures figures = new EdgeFigures(graph, isExpressway);
        return new Hierarchy(
                (BaseGraph) graph.getBaseGraph(),
                graph.getWeighting(),
                graph.isEdgeBased(),
                arcs(graph, figures, false),
                arcs(graph, figures, true));
    }

    private static Arcs arcs(RoutingCHGraph graph, EdgeFigures figures, boolean backward) {
        Arcs arcs = new Arcs(graph.getNodes(), graph.isEdgeBased());
        var explorer = backward ? graph.createInEdgeExplorer() : graph.createOutEdgeExplorer();
        for (int node = 0; node < graph.getNodes(); node++) {
            RoutingCHEdgeIterator edge = explorer.setBaseNode(node);
            while (edge.next()) {
                double weight = edge.getWeight(backward);
                if (Double.isInfinite(weight) || graph.getLevel(node) > graph.getLevel(edge.getAdjNode())) {
                    continue;
                }
                arcs.add(
                        edge.getAdjNode(),
                        weight,
                        figures.metres(edge.getEdge()),
                        figures.millis(edge, backward),
                        figures.expresswayCentimetres(edge.getEdge()));
                if (graph.isEdgeBased()) {
                    arcs.turnsAt(
                            GHUtility.getEdgeFromEdgeKey(
                                    backward ? edge.getOrigEdgeKeyLast() : edge.getOrigEdgeKeyFirst()),
                            farKey(edge, backward));
                }
            }
            arcs.begin[node + 1] = arcs.count;
        }
        return arcs.trimmed();
    }

    /** Keys of shortcuts are in the direction of travel, those of edges in the direction in which they are looked at. */
    private static int farKey(RoutingCHEdgeIterator edge, boolean backward) {
        int key = backward ? edge.getOrigEdgeKeyFirst() : edge.getOrigEdgeKeyLast();
        boolean turned = backward && !edge.isShortcut() && edge.getBaseNode() != edge.getAdjNode();
        return turned ? GHUtility.reverseEdgeKey(key) : key;
    }

    int nodes() {
        return roads.getNodes();
    }

    /** 0, or infinite where the turn is forbidden; -1 stands for the beginning or end of a way, where any turn is free. */
    double turnWeight(int fromEdge, int node, int toEdge) {
        return fromEdge < 0 || toEdge < 0 ? 0 : weighting.calcTurnWeight(fromEdge, node, toEdge);
    }
}
