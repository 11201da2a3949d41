package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a way that lies on the network.
 *
 * @param points at least one
 * @param edges none where both ends are at the same point of the network
 */
record Course(List<Point> points, List<EdgeIteratorState> edges) {
    /** Instead of a node. */
    private static final int INSIDE_AN_EDGE = -1;

    /**
     * @param metres from the start of the way
     * @param node of the network, or -1 inside of an edge
     */
    record Point(double lon, double lat, double metres, int node) {}

    /** @param startMetres from the start of the way to the network */
    static Course of(Path path, double startMetres) {
        List<EdgeIteratorState> edges = path.calcEdges();
        int node = edges.isEmpty() ? path.getEndNode() : edges.get(0).getBaseNode();
        NodeAccess nodes = path.getGraph().getNodeAccess();
        List<Point> points = new ArrayList<>();
        points.add(new Point(nodes.getLon(node), nodes.getLat(node), startMetres, node));
        double metres = startMetres;
        for (EdgeIteratorState edge : edges) {
            add(edge, metres, points);
            metres += edge.getDistance();
        }
        return new Course(points, edges);
    }

    double startMetres() {
        return points.get(0).metres();
    }

    /** All but the first point of an edge; those inside of it take their share of its metres. */
    private static void add(EdgeIteratorState edge, double metres, List<Point> points) {
        PointList line = edge.fetchWayGeometry(FetchMode.ALL);
        double length = DistanceCalcEarth.DIST_EARTH.calcDistance(line);
        double perDrawn = length == 0 ? 0 : edge.getDistance() / length;
        double drawn = 0;
        int last = line.size() - 1;
        for (int i = 1; i < last; i++) {
            drawn += DistanceCalcEarth.DIST_EARTH.calcDist(
                    line.getLat(i - 1), line.getLon(i - 1), line.getLat(i), line.getLon(i));
            points.add(new Point(line.getLon(i), line.getLat(i), metres + drawn * perDrawn, INSIDE_AN_EDGE));
        }
        points.add(new Point(line.getLon(last), line.getLat(last), metres + edge.getDistance(), edge.getAdjNode()));
    }
}
