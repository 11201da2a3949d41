package io.chunfeng.road;

import static com.graphhopper.util.DistanceCalcEarth.DIST_EARTH;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;

/** The edge nearest to a point, on the sphere: all edges of the tiles that a circle around the point touches, which shrinks with every nearer edge. */
final class NearestEdge implements LocationIndex.TileFilter, LocationIndex.Visitor {
    private static final double FURTHEST_METRES = Math.PI * 6_371_000;

    private final double lat;
    private final double lon;
    private final Graph roads;
    private final EdgeFilter filter;
    private double metres;
    private EdgeIteratorState edge;

    NearestEdge(double lat, double lon, Graph roads, EdgeFilter filter) {
        this.lat = lat;
        this.lon = lon;
        this.roads = roads;
        this.filter = filter;
    }

    /** @return whether the circle was as large as the globe */
    boolean searchWithin(double radiusMetres, LocationIndex tiles) {
        metres = Math.min(radiusMetres, FURTHEST_METRES);
        tiles.query(this, this);
        return radiusMetres >= FURTHEST_METRES;
    }

    boolean found() {
        return edge != null;
    }

    EdgeIteratorState edge() {
        return edge;
    }

    /** To the edge found. */
    double metres() {
        return metres;
    }

    @Override
    public boolean acceptAll(BBox tile) {
        return false;
    }

    @Override
    public boolean acceptPartially(BBox tile) {
        double midLat = (tile.minLat + tile.maxLat) / 2;
        double midLon = (tile.minLon + tile.maxLon) / 2;
        double toCorner = Math.max(
                DIST_EARTH.calcDist(midLat, midLon, tile.minLat, tile.minLon),
                DIST_EARTH.calcDist(midLat, midLon, tile.maxLat, tile.minLon));
        return DIST_EARTH.calcDist(lat, lon, midLat, midLon) - toCorner <= metres;
    }

    @Override
    public void onEdge(int id) {
        EdgeIteratorState candidate = roads.getEdgeIteratorState(id, Integer.MIN_VALUE);
        if (!filter.accept(candidate)) {
            return;
        }
        double distance = DIST_EARTH.calcDenormalizedDist(normedDistance(candidate.fetchWayGeometry(FetchMode.ALL)));
        if (distance < metres) {
            metres = distance;
            edge = candidate;
        }
    }

    private double normedDistance(PointList course) {
        double least = DIST_EARTH.calcNormalizedDist(lat, lon, course.getLat(0), course.getLon(0));
        for (int i = 1; i < course.size(); i++) {
            double fromLat = course.getLat(i - 1);
            double fromLon = course.getLon(i - 1);
            double toLat = course.getLat(i);
            double toLon = course.getLon(i);
            least = Math.min(least, DIST_EARTH.calcNormalizedDist(lat, lon, toLat, toLon));
            if (DIST_EARTH.validEdgeDistance(lat, lon, fromLat, fromLon, toLat, toLon)) {
                double toTheMiddle = DIST_EARTH.calcNormalizedEdgeDistance(lat, lon, fromLat, fromLon, toLat, toLon);
                least = Math.min(least, toTheMiddle);
            }
        }
        return least;
    }
}
