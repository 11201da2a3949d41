package io.chunfeng.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.BitSet;

/** As without closures, but closed edges cannot be driven. Parts of edges cut by places are open: no place is attached to a closed edge. */
record ClosedWeighting(Weighting open, BitSet closedEdges) implements Weighting {
    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return closedEdges.get(edge.getEdge()) ? Double.POSITIVE_INFINITY : open.calcEdgeWeight(edge, reverse);
    }

    @Override
    public double calcMinWeightPerDistance() {
        return open.calcMinWeightPerDistance();
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return open.calcEdgeMillis(edge, reverse);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnWeight(inEdge, viaNode, outEdge);
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnMillis(inEdge, viaNode, outEdge);
    }

    @Override
    public boolean hasTurnCosts() {
        return open.hasTurnCosts();
    }

    @Override
    public String getName() {
        return open.getName() + "_closed";
    }
}
