package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.DistanceCalc;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.BitSet;
import java.util.List;

/** Which edges of the map a closure closes. */
final class ClosedEdges {
    private static final DistanceCalc EARTH = DistanceCalcEarth.DIST_EARTH;

    private final CoachEngine engine;
    private final Attachments attachments;

    ClosedEdges(CoachEngine engine, Attachments attachments) {
        this.engine = engine;
        this.attachments = attachments;
    }

    /** @throws NothingClosedException when there are none */
    BitSet of(Closure.Extent extent) {
        if (extent instanceof Closure.Area area) {
            return within(area);
        }
        return along((Closure.Road) extent);
    }

    private BitSet within(Closure.Area area) {
        Position centre = Wgs84.of(area.centre());
        BitSet closed = new BitSet();
        engine.forEdgesNear(centre, area.radiusMetres(), edge -> {
            if (metresTo(centre, edge) <= area.radiusMetres()) {
                closed.set(edge.getEdge());
            }
        });
        if (closed.isEmpty()) {
            throw new NothingClosedException("该范围内没有地图上的道路，请移动中心或加大半径");
        }
        return closed;
    }

    /** Straight, from a point to the nearest point of an edge. */
    private static double metresTo(Position point, EdgeIteratorState edge) {
        PointList course = edge.fetchWayGeometry(FetchMode.ALL);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < course.size(); i++) {
            nearest = Math.min(nearest, EARTH.calcDist(point.lat(), point.lon(), course.getLat(i), course.getLon(i)));
            if (i > 0 && beside(point, course, i)) {
                nearest = Math.min(
                        nearest,
                        EARTH.calcDenormalizedDist(EARTH.calcNormalizedEdgeDistance(
                                point.lat(),
                                point.lon(),
                                course.getLat(i - 1),
                                course.getLon(i - 1),
                                course.getLat(i),
                                course.getLon(i))));
            }
        }
        return nearest;
    }

    private static boolean beside(Position point, PointList course, int end) {
        return EARTH.validEdgeDistance(
                point.lat(),
                point.lon(),
                course.getLat(end - 1),
                course.getLon(end - 1),
                course.getLat(end),
                course.getLon(end));
    }

    /** Both directions; with a number only the edges that carry it, on the ways that use them as far as they can. */
    private BitSet along(Closure.Road road) {
        Weighting weighting = engine.hierarchy().getWeighting();
        Weighting search = road.number() == null ? weighting : new PreferredNumber(weighting, engine, road.number());
        BitSet closed = new BitSet();
        boolean found = add(closed, road, road.between(), road.and(), search);
        found |= add(closed, road, road.and(), road.between(), search);
        if (!found) {
            throw new NothingClosedException("地图上%s与%s之间没有道路相通，请更换两端地点"
                    .formatted(road.between().name(), road.and().name()));
        }
        if (closed.isEmpty()) {
            throw new NothingClosedException(
                    road.number() == null
                            ? "两端地点在地图上是同一处，请选择相距较远的两个地点"
                            : "地图上%s与%s之间的路线不经过标有 %s 的道路；请更换地点、更正编号，或不填编号以封闭两地之间的整条路线"
                                    .formatted(road.between().name(), road.and().name(), road.number()));
        }
        return closed;
    }

    private boolean add(BitSet closed, Closure.Road road, Place from, Place to, Weighting weighting) {
        List<Attached> ends = attachments.of(List.of(from, to));
        QueryGraph graph = QueryGraph.create(
                engine.getBaseGraph(), ends.stream().map(Attached::snap).toList());
        Path path = WayFinder.over(weighting)
                .find(graph, ends.get(0).node(), ends.get(1).node());
        path.calcEdges().stream()
                .filter(edge -> road.number() == null || engine.hasNumber(edge, road.number()))
                .forEach(edge -> closed.set(original(edge)));
        return path.isFound();
    }

    private static int original(EdgeIteratorState edge) {
        return edge instanceof VirtualEdgeIteratorState part ? part.getOriginalEdgeKey() / 2 : edge.getEdge();
    }
}
