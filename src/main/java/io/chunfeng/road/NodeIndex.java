package io.chunfeng.road;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.shapes.GHPoint3D;

/**
 * Attaches a point to the nearest node. An edge of the tables has no course of its own: GraphHopper would give a part of it the length of the
 * straight line instead of its share of the stated kilometres.
 */
final class NodeIndex implements LocationIndex {
    private final BaseGraph graph;

    NodeIndex(BaseGraph graph) {
        this.graph = graph;
    }

    @Override
    public Snap findClosest(double lat, double lon, EdgeFilter filter) {
        NodeAccess nodes = graph.getNodeAccess();
        Snap snap = new Snap(lat, lon);
        double nearest = Double.MAX_VALUE;
        for (int node = 0; node < graph.getNodes(); node++) {
            double normed =
                    DistanceCalcEarth.DIST_EARTH.calcNormalizedDist(lat, lon, nodes.getLat(node), nodes.getLon(node));
            if (normed < nearest) {
                nearest = normed;
                snap.setClosestNode(node);
            }
        }
        if (snap.isValid()) {
            int node = snap.getClosestNode();
            snap.setQueryDistance(DistanceCalcEarth.DIST_EARTH.calcDenormalizedDist(nearest));
            snap.setSnappedPosition(Snap.Position.TOWER);
            snap.setWayIndex(0);
            snap.setSnappedPoint(new GHPoint3D(nodes.getLat(node), nodes.getLon(node), Double.NaN));
        }
        return snap;
    }

    /** Every edge: the tables are small. */
    @Override
    public void query(TileFilter tileFilter, Visitor visitor) {
        for (int edge = 0; edge < graph.getEdges(); edge++) {
            visitor.onEdge(edge);
        }
    }

    @Override
    public void close() {
        // holds nothing of its own
    }
}
