package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.util.EdgeIteratorState;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.List;

/** Single ways, with their course and what they pass. */
final class Routes {
    private final CoachEngine engine;
    private final Attachments attachments;
    private final WayFinder finder;
    private final Passing passing;

    Routes(CoachEngine engine, Attachments attachments, WayFinder finder) {
        this.engine = engine;
        this.attachments = attachments;
        this.finder = finder;
        this.passing = new Passing(engine);
    }

    RoadPath path(Place from, Place to) {
        List<Attached> ends = attachments.of(List.of(from, to));
        QueryGraph graph = QueryGraph.create(
                engine.getBaseGraph(), ends.stream().map(Attached::snap).toList());
        Path path = finder.find(graph, ends.get(0).node(), ends.get(1).node());
        Course course = path.isFound() ? Course.of(path, ends.get(0).access().metres()) : null;
        DoorToDoor figures = DoorToDoor.of(ends.get(0), ends.get(1), course == null ? null : figures(path, course));
        if (figures == null) {
            return null;
        }
        Course driven = figures.onNetwork() ? course : null;
        List<double[]> points = new ArrayList<>();
        points.add(point(ends.get(0).position()));
        if (driven != null) {
            driven.points().forEach(point -> points.add(new double[] {point.lon(), point.lat()}));
        }
        points.add(point(ends.get(1).position()));
        return new RoadPath(
                figures.metres(),
                figures.seconds(),
                figures.expressway(),
                points,
                passing.along(from, to, driven, figures.metres()));
    }

    private WayFigures figures(Path path, Course course) {
        double expresswayMetres = course.edges().stream()
                .filter(engine::isExpressway)
                .mapToDouble(EdgeIteratorState::getDistance)
                .sum();
        return new WayFigures(path.getDistance(), path.getTime(), expresswayMetres);
    }

    private static double[] point(Position position) {
        return new double[] {position.lon(), position.lat()};
    }
}
