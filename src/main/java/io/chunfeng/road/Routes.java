package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.util.PointList;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.List;

/** Single ways, with their course. */
final class Routes {
    private final CoachEngine engine;
    private final Attachments attachments;
    private final WayFinder finder;

    Routes(CoachEngine engine, Attachments attachments, WayFinder finder) {
        this.engine = engine;
        this.attachments = attachments;
        this.finder = finder;
    }

    RoadPath path(Place from, Place to) {
        List<Attached> ends = attachments.of(List.of(from, to));
        QueryGraph graph = QueryGraph.create(
                engine.getBaseGraph(), ends.stream().map(Attached::snap).toList());
        Path path = finder.find(graph, ends.get(0).node(), ends.get(1).node());
        WayFigures way = path.isFound() ? new WayFigures(path.getDistance(), path.getTime(), 0) : null;
        DoorToDoor figures = DoorToDoor.of(ends.get(0), ends.get(1), way);
        if (figures == null) {
            return null;
        }
        List<double[]> points = new ArrayList<>();
        points.add(point(ends.get(0).position()));
        if (figures.onNetwork()) {
            PointList course = path.calcPoints();
            for (int i = 0; i < course.size(); i++) {
                points.add(new double[] {course.getLon(i), course.getLat(i)});
            }
        }
        points.add(point(ends.get(1).position()));
        return new RoadPath(figures.metres(), figures.seconds(), points);
    }

    private static double[] point(Position position) {
        return new double[] {position.lon(), position.lat()};
    }
}
