package io.chunfeng.road;

import static com.graphhopper.util.DistanceCalcEarth.DIST_EARTH;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint3D;

/**
 * The nearest road, however far it is. The engine's own search looks at rings of tiles up to a number of rings: its reach depends on the shape of the
 * map and far lookups are slow. This one looks into the same tiles within a radius that doubles until a road is found, and empty regions cost nothing.
 */
final class RoadIndex implements LocationIndex {
    private static final double FIRST_METRES = 500;
    private static final double MARGIN_METRES = 1;
    private static final double HALF_THE_GLOBE_METRES = Math.PI * 6_371_000;

    private final Graph roads;
    private final LocationIndexTree tiles;

    RoadIndex(Graph roads, LocationIndexTree tiles) {
        this.roads = roads;
        this.tiles = tiles;
    }

    @Override
    public Snap findClosest(double lat, double lon, EdgeFilter filter) {
        Search search = new Search(lat, lon, filter);
        Snap near = tiles.findClosest(lat, lon, filter);
        double metres = near.isValid() ? near.getQueryDistance() + MARGIN_METRES : FIRST_METRES;
        for (; search.edge == null && metres < 2 * HALF_THE_GLOBE_METRES; metres *= 2) {
            search.within(metres);
        }
        return search.edge == null ? new Snap(lat, lon) : snap(lat, lon, search.edge);
    }

    /** Filled as the engine does it, so that the point becomes a node of its query graph. */
    private Snap snap(double lat, double lon, EdgeIteratorState edge) {
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
        GHPoint3D point = snap.getSnappedPoint();
        snap.setQueryDistance(DIST_EARTH.calcDist(lat, lon, point.lat, point.lon));
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

    /** The nearest edge so far, and the box outside which nothing can be nearer. */
    private final class Search implements TileFilter, Visitor {
        private final double lat;
        private final double lon;
        private final EdgeFilter filter;
        private double nearest;
        private EdgeIteratorState edge;
        private BBox box;

        Search(double lat, double lon, EdgeFilter filter) {
            this.lat = lat;
            this.lon = lon;
            this.filter = filter;
        }

        void within(double metres) {
            nearest = DIST_EARTH.calcNormalizedDist(Math.min(metres, HALF_THE_GLOBE_METRES));
            box = around(Math.min(metres, HALF_THE_GLOBE_METRES));
            tiles.query(this, this);
        }

        @Override
        public boolean acceptAll(BBox tile) {
            return false;
        }

        @Override
        public boolean acceptPartially(BBox tile) {
            return tile.maxLat >= box.minLat
                    && tile.minLat <= box.maxLat
                    && tile.maxLon >= box.minLon
                    && tile.minLon <= box.maxLon;
        }

        @Override
        public void onEdge(int id) {
            EdgeIteratorState candidate = roads.getEdgeIteratorState(id, Integer.MIN_VALUE);
            if (!filter.accept(candidate)) {
                return;
            }
            double distance = distance(candidate.fetchWayGeometry(FetchMode.ALL));
            if (distance < nearest) {
                nearest = distance;
                edge = candidate;
                box = around(DIST_EARTH.calcDenormalizedDist(distance));
            }
        }

        private double distance(PointList course) {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < course.size(); i++) {
                double toLat = course.getLat(i);
                double toLon = course.getLon(i);
                least = Math.min(least, DIST_EARTH.calcNormalizedDist(lat, lon, toLat, toLon));
                if (i > 0
                        && DIST_EARTH.validEdgeDistance(
                                lat, lon, course.getLat(i - 1), course.getLon(i - 1), toLat, toLon)) {
                    least = Math.min(
                            least,
                            DIST_EARTH.calcNormalizedEdgeDistance(
                                    lat, lon, course.getLat(i - 1), course.getLon(i - 1), toLat, toLon));
                }
            }
            return least;
        }

        /** Holds the whole circle: it touches the meridian asin(sin r / cos lat) away; all longitudes where it holds a pole or the antimeridian. */
        private BBox around(double metres) {
            double angle = metres / 6_371_000;
            double degrees = Math.toDegrees(angle);
            double widest = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos(Math.toRadians(lat));
            double across = widest >= 1 || angle >= Math.PI / 2 ? 360 : Math.toDegrees(Math.asin(widest));
            if (lon - across < -180 || lon + across > 180) {
                across = 720;
            }
            return new BBox(lon - across, lon + across, lat - degrees, lat + degrees);
        }
    }
}
