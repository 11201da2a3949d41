package io.chunfeng.road;

import com.graphhopper.routing.weighting.AbstractAdjustedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.BitSet;

/** As without closures, but closed edges cannot be driven. Parts of edges cut by places are open: no place is attached to a closed edge. */
final class ClosedWeighting extends AbstractAdjustedWeighting {
    private final BitSet closedEdges;

    ClosedWeighting(Weighting open, BitSet closedEdges) {
        super(open);
        this.closedEdges = closedEdges;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return closedEdges.get(edge.getEdge())
                ? Double.POSITIVE_INFINITY
                : superWeighting.calcEdgeWeight(edge, reverse);
    }

    @Override
    public String getName() {
        return superWeighting.getName() + "_closed";
    }
}
