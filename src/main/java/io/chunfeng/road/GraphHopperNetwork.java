package io.chunfeng.road;

import com.graphhopper.routing.querygraph.QueryGraph;
import io.chunfeng.place.Place;
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
    private final Attachments attachments;
    private final Routes routes;
    private EdgeFigures figures;

    GraphHopperNetwork(CoachEngine engine, String mapSha256, String description, int maxAccessMetres) {
        this.engine = engine;
        this.mapSha256 = mapSha256;
        this.description = description;
        this.attachments = new Attachments(engine, maxAccessMetres);
        this.routes = new Routes(engine, attachments);
    }

    CoachEngine engine() {
        return engine;
    }

    @Override
    public String mapSha256() {
        return mapSha256;
    }

    @Override
    public String key() {
        return new Sha256().text(mapSha256).text(engine.settings()).hex();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public RoadMatrix matrix(List<Place> places, Pairs wanted) {
        List<Attached> attached = attachments.of(places);
        QueryGraph graph = QueryGraph.create(
                engine.getBaseGraph(), attached.stream().map(Attached::snap).toList());
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
                (from, to) -> wanted.wanted(from, to)
                        ? DoorToDoor.of(attached.get(from), attached.get(to), ways[index[from]][index[to]])
                        : null);
    }

    @Override
    public LeastWays least(List<Place> places) {
        return LeastWays.between(places, engine.leastMetres(), engine.leastSeconds());
    }

    @Override
    public RoadPath path(Place from, Place to) {
        return routes.path(from, to);
    }

    @Override
    public List<OffMap> offMap(Collection<Place> places) {
        return attachments.offMap(places);
    }

    @Override
    public RoadNetwork closed(Collection<Closure.Extent> extents) {
        if (extents.isEmpty()) {
            return this;
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public ClosedRoads closedRoads(Closure.Extent extent) {
        throw new UnsupportedOperationException();
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
