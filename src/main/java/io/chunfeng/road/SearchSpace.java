package io.chunfeng.road;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One half of a search in the hierarchy: the nodes reached upwards from one node or, backward, those from which that node is reached. The best
 * way between two nodes passes a node of the forward half of the one and the backward half of the other.
 */
final class SearchSpace {
    /** Shortcut weights are rounded to this; a smaller advantage proves nothing. */
    private static final double WEIGHT_STEP = 0.001;

    private final QueryRoutingCHGraph hierarchy;
    private final QueryGraph queryGraph;
    private final int realNodes;
    private final EdgeFigures figures;
    private final boolean backward;
    private final RoutingCHEdgeExplorer onwards;
    private final RoutingCHEdgeExplorer opposite;
    private final IntObjectHashMap<Reached> best = new IntObjectHashMap<>();
    private final PriorityQueue<Reached> open = new PriorityQueue<>();

    /** A node, the weight of a way to it and what that way adds up to. */
    record Reached(int node, double weight, WayFigures way) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            return Double.compare(weight, other.weight);
        }
    }

    /** @param realNodes nodes from this number on are places in the middle of an edge, above all others */
    SearchSpace(QueryRoutingCHGraph hierarchy, int realNodes, EdgeFigures figures, boolean backward) {
        this.hierarchy = hierarchy;
        this.queryGraph = (QueryGraph) hierarchy.getBaseGraph();
        this.realNodes = realNodes;
        this.figures = figures;
        this.backward = backward;
        onwards = backward ? hierarchy.createInEdgeExplorer() : hierarchy.createOutEdgeExplorer();
        opposite = backward ? hierarchy.createOutEdgeExplorer() : hierarchy.createInEdgeExplorer();
    }

    /** Searches once. Nodes proven to be reached by a detour are left out. */
    List<Reached> search(int start) {
        List<Reached> settled = new ArrayList<>();
        reach(new Reached(start, 0, WayFigures.NONE));
        while (!open.isEmpty()) {
            Reached current = open.poll();
            if (best.get(current.node) == current && !isDetour(current)) {
                settled.add(current);
                expand(current);
            }
        }
        return settled;
    }

    private void reach(Reached next) {
        best.put(next.node, next);
        open.add(next);
    }

    private void expand(Reached current) {
        RoutingCHEdgeIterator edge = onwards.setBaseNode(current.node);
        while (edge.next()) {
            double weight = current.weight + edge.getWeight(backward);
            if (Double.isInfinite(weight) || !leadsUp(edge)) {
                continue;
            }
            Reached known = best.get(edge.getAdjNode());
            if (known == null || weight < known.weight) {
                reach(new Reached(edge.getAdjNode(), weight, figures.extend(current.way, queryGraph, edge, backward)));
            }
        }
    }

    private boolean leadsUp(RoutingCHEdgeIteratorState edge) {
        int base = edge.getBaseNode();
        int adjacent = edge.getAdjNode();
        return base >= realNodes || adjacent >= realNodes || hierarchy.getLevel(base) <= hierarchy.getLevel(adjacent);
    }

    /** Whether a higher node offers a shorter way down to this one than the way up that was found. */
    private boolean isDetour(Reached current) {
        RoutingCHEdgeIterator edge = opposite.setBaseNode(current.node);
        while (edge.next()) {
            Reached from = best.get(edge.getAdjNode());
            if (from != null && from.weight + edge.getWeight(!backward) < current.weight - WEIGHT_STEP) {
                return true;
            }
        }
        return false;
    }
}
