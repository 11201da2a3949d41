package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The roads of one loaded map. */
final class GraphHopperNetwork implements RoadNetwork {
    private final CoachEngine engine;
    private final String mapSha256;
    private final String description;
    private final int maxAccessMetres;
    private final EdgeFilter attachable;
    private EdgeFigures figures;

    GraphHopperNetwork(CoachEngine engine, String mapSha256, String description, int maxAccessMetres) {
        this.engine = engine;
        this.mapSha256 = mapSha256;
        this.description = description;
        this.maxAccessMetres = maxAccessMetres;
        this.attachable = engine.attachable();
    }

    CoachEngine engine() {
        return engine;
    }

    @Override
    public String mapSha256() {
        return mapSha256;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public RoadMatrix matrix(List<Place> places) {
        List<Attached> attached = attach(places);
        QueryGraph graph = queryGraph(attached);
        int[] nodes = attached.stream().mapToInt(Attached::node).toArray();
        int[] distinct = Arrays.stream(nodes).distinct().toArray();
        WayFigures[][] ways = new ManyToMany(engine.hierarchy(), graph, figures()).ways(distinct);
        Map<Integer, Integer> indexOfNode = new HashMap<>();
        for (int node : distinct) {
            indexOfNode.put(node, indexOfNode.size());
        }
        int[] index = Arrays.stream(nodes).map(indexOfNode::get).toArray();
        return RoadMatrix.of(
                places.stream().map(Place::id).toList(),
                (from, to) -> DoorToDoor.of(attached.get(from), attached.get(to), ways[index[from]][index[to]]));
    }

    @Override
    public RoadPath path(Place from, Place to) {
        List<Attached> ends = attach(List.of(from, to));
        QueryGraph graph = queryGraph(ends);
        Path path = new CHRoutingAlgorithmFactory(engine.hierarchy(), graph)
                .createAlgo(new PMap())
                .calcPath(ends.get(0).node(), ends.get(1).node());
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

    @Override
    public List<OffMap> offMap(Collection<Place> places) {
        List<OffMap> offMap = new ArrayList<>();
        for (Place place : places) {
            Attached nearest = nearest(place);
            if (!nearest.within(maxAccessMetres)) {
                offMap.add(new OffMap(place, nearest.roadMetres()));
            }
        }
        return offMap;
    }

    private List<Attached> attach(List<Place> places) {
        List<Attached> attached = places.stream().map(this::nearest).toList();
        if (!attached.stream().allMatch(place -> place.within(maxAccessMetres))) {
            throw new PlacesOffMapException(offMap(places), maxAccessMetres);
        }
        return attached;
    }

    private Attached nearest(Place place) {
        return Attached.of(place, engine.getLocationIndex(), attachable);
    }

    private QueryGraph queryGraph(List<Attached> attached) {
        return QueryGraph.create(
                engine.getBaseGraph(), attached.stream().map(Attached::snap).toList());
    }

    /** Added up when first needed: drawing one way, or counting places off the map, needs none of it. */
    private synchronized EdgeFigures figures() {
        if (figures == null) {
            figures = new EdgeFigures(engine.hierarchy(), engine::isExpressway);
        }
        return figures;
    }

    @Override
    public void close() {
        engine.close();
    }
}
