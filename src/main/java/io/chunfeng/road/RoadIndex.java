package io.chunfeng.road;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;

/**
 * The nearest road, however far it is. The engine's own search looks at rings of tiles up to a number of rings: its reach depends on the shape of the
 * map and far lookups are slow. Here the same tiles are searched exactly, within the distance of the engine's answer or, where it has none, within a
 * radius that grows until a road is found: tiles without a road are not stored, so that empty rounds cost little.
 */
final class RoadIndex implements LocationIndex {
    private static final double MARGIN_METRES = 1;
    private static final double FIRST_METRES = 500;
    private static final double GROWTH = 1.5;

    private final Graph roads;
    private final LocationIndexTree tiles;

    RoadIndex(Graph roads, LocationIndexTree tiles) {
        this.roads = roads;
        this.tiles = tiles;
    }

    @Override
    public Snap findClosest(double lat, double lon, EdgeFilter filter) {
        Snap near = tiles.findClosest(lat, lon, filter);
        double metres = near.isValid() ? near.getQueryDistance() + MARGIN_METRES : FIRST_METRES;
        NearestEdge nearest = new NearestEdge(lat, lon, roads, filter);
        boolean everywhere = false;
        while (!nearest.found() && !everywhere) {
            everywhere = nearest.searchWithin(metres, tiles);
            metres *= GROWTH;
        }
        return nearest.found() ? snap(lat, lon, nearest) : new Snap(lat, lon);
    }

    /** Filled as the engine does it, so that the point becomes a node of its query graph. */
    private Snap snap(double lat, double lon, NearestEdge nearest) {
        EdgeIteratorState edge = nearest.edge();
        Snap snap = new Snap(lat, lon);
        snap.setClosestEdge(edge);
        tiles.traverseEdge(lat, lon, edge, (node, distance, wayIndex, position) -> {
            if (distance < snap.getQueryDistance()) {
                snap.setQueryDistance(distance);
                snap.setClosestNode(node);
                snap.setWayIndex(wayIndex);
                snap.setSnappedPosition(position);
            }
        });
        snap.calcSnappedPoint(DistancePlaneProjection.DIST_PLANE);
        snap.setQueryDistance(nearest.metres());
        return snap;
    }

    @Override
    public void query(TileFilter filter, Visitor visitor) {
        tiles.query(filter, visitor);
    }

    @Override
    public void close() {
        tiles.close();
    }
}
