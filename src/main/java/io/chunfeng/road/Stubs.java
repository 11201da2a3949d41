package io.chunfeng.road;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The first steps from a place onto the network and the last ones to it. */
final class Stubs {
    private final Hierarchy hierarchy;
    private final Predicate<EdgeIteratorState> isExpressway;
    private final List<Stub> from = new ArrayList<>();
    private final List<Stub> to = new ArrayList<>();

    /**
     * @param node where it meets the network
     * @param key directed edge as travelled, or -1 where the place is the node itself
     */
    record Stub(int node, int key, double weight, double metres, int millis, int expresswayCentimetres) {}

    private Stubs(Hierarchy hierarchy, Predicate<EdgeIteratorState> isExpressway) {
        this.hierarchy = hierarchy;
        this.isExpressway = isExpressway;
    }

    static Stubs of(Attached attached, Hierarchy hierarchy, Predicate<EdgeIteratorState> isExpressway) {
        Stubs stubs = new Stubs(hierarchy, isExpressway);
        Snap snap = attached.snap();
        if (snap.getSnappedPosition() == Snap.Position.TOWER) {
            stubs.addNode(snap.getClosestNode());
        } else {
            stubs.addParts(snap);
        }
        return stubs;
    }

    List<Stub> from() {
        return from;
    }

    List<Stub> to() {
        return to;
    }

    /** Where turns count, shortcuts stand for ways through a node, not for ways that begin at it: these first take an edge, be it downwards. */
    private void addNode(int node) {
        Stub here = new Stub(node, -1, 0, 0, 0, 0);
        from.add(here);
        to.add(here);
        if (hierarchy.turns()) {
            EdgeIterator edge = hierarchy.roads().createEdgeExplorer().setBaseNode(node);
            while (edge.next()) {
                add(edge, edge.getEdgeKey());
            }
        }
    }

    private void addParts(Snap snap) {
        QueryGraph graph = QueryGraph.create(hierarchy.roads(), snap);
        EdgeIterator part = graph.createEdgeExplorer().setBaseNode(snap.getClosestNode());
        while (part.next()) {
            var virtual = (VirtualEdgeIteratorState) graph.getEdgeIteratorState(part.getEdge(), part.getAdjNode());
            add(virtual, virtual.getOriginalEdgeKey());
            if (hierarchy.turns()) {
                addCopies(virtual);
            }
        }
    }

    /** The engine copies edges to express restrictions over several of them; a part of the edge is one of each copy. */
    private void addCopies(VirtualEdgeIteratorState part) {
        BaseGraph roads = hierarchy.roads();
        int key = part.getOriginalEdgeKey();
        roads.forEdgeAndCopiesOfEdge(
                roads.createEdgeExplorer(), roads.getEdgeIteratorState(key >> 1, Integer.MIN_VALUE), copy -> {
                    if (copy.getEdge() != key >> 1) {
                        add(part, copy.getEdge() * 2 + (key & 1));
                    }
                });
    }

    /** @param step away from the place */
    private void add(EdgeIteratorState step, int key) {
        int expressway = isExpressway.test(step) ? EdgeFigures.centimetres(step) : 0;
        for (boolean towards : new boolean[] {false, true}) {
            double weight = hierarchy.weighting().calcEdgeWeight(step, towards);
            if (!Double.isInfinite(weight)) {
                int millis = EdgeFigures.millis(hierarchy.weighting(), step, towards);
                (towards ? to : from)
                        .add(new Stub(
                                step.getAdjNode(),
                                towards ? key ^ 1 : key,
                                weight,
                                step.getDistance(),
                                millis,
                                expressway));
            }
        }
    }
}
