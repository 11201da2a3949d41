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

/**
 * A place, where it touches the network and all that is known of the ways from and to it.
 *
 * @param edge the edge in whose middle it lies, or -1: at a node
 * @param forward of the ways from it
 * @param backward of the ways to it
 */
record PlaceLabels(Attached attached, int edge, Labels forward, Labels backward) {

    /**
     * The way between a place and an end of its edge.
     *
     * @param key directed edge as travelled, or -1 where the place is the node itself
     */
    record Stub(int node, int key, double weight, double metres, int millis, int expresswayCentimetres) {}

    static PlaceLabels of(
            Attached attached,
            Hierarchy hierarchy,
            Predicate<EdgeIteratorState> isExpressway,
            Labelled.Searches searches) {
        Snap snap = attached.snap();
        if (snap.getSnappedPosition() == Snap.Position.TOWER) {
            List<Stub> here = List.of(new Stub(snap.getClosestNode(), -1, 0, 0, 0, 0));
            return searched(attached, -1, searches, here, here);
        }
        int edge = snap.getClosestEdge().getEdge();
        BaseGraph roads = hierarchy.roads();
        QueryGraph graph = QueryGraph.create(roads, snap);
        List<Stub> from = new ArrayList<>();
        List<Stub> to = new ArrayList<>();
        EdgeIterator part = graph.createEdgeExplorer().setBaseNode(snap.getClosestNode());
        while (part.next()) {
            var virtual = (VirtualEdgeIteratorState) graph.getEdgeIteratorState(part.getEdge(), part.getAdjNode());
            add(from, roads, hierarchy, isExpressway, virtual, false);
            add(to, roads, hierarchy, isExpressway, virtual, true);
        }
        return searched(attached, edge, searches, from, to);
    }

    private static PlaceLabels searched(
            Attached attached, int edge, Labelled.Searches searches, List<Stub> from, List<Stub> to) {
        return new PlaceLabels(
                attached,
                edge,
                searches.forward().labels(from),
                searches.backward().labels(to));
    }

    /** One stub, and where turns count one for every copy of the edge that the engine made to express restrictions over several edges. */
    private static void add(
            List<Stub> stubs,
            BaseGraph roads,
            Hierarchy hierarchy,
            Predicate<EdgeIteratorState> isExpressway,
            VirtualEdgeIteratorState part,
            boolean towards) {
        double weight = hierarchy.weighting().calcEdgeWeight(part, towards);
        if (Double.isInfinite(weight)) {
            return;
        }
        int key = towards ? part.getOriginalEdgeKey() ^ 1 : part.getOriginalEdgeKey();
        int millis = EdgeFigures.millis(hierarchy.weighting(), part, towards);
        int expressway = isExpressway.test(part) ? EdgeFigures.centimetres(part) : 0;
        if (!hierarchy.turns()) {
            stubs.add(new Stub(part.getAdjNode(), key, weight, part.getDistance(), millis, expressway));
            return;
        }
        EdgeIteratorState original = roads.getEdgeIteratorState(key >> 1, Integer.MIN_VALUE);
        roads.forEdgeAndCopiesOfEdge(
                roads.createEdgeExplorer(),
                original,
                copy -> stubs.add(new Stub(
                        part.getAdjNode(),
                        copy.getEdge() * 2 + (key & 1),
                        weight,
                        part.getDistance(),
                        millis,
                        expressway)));
    }
}
