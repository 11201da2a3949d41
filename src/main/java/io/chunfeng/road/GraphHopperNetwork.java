package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;

/** The roads of one loaded map. */
final class GraphHopperNetwork implements RoadNetwork {
    private final CoachEngine engine;
    private final String mapSha256;
    private final String description;
    private final Attachments attachments;
    private final Routes routes;
    private Matrices matrices;

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
        return matrices().of(places, wanted);
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

    /** Laid out when first needed: drawing one way, or counting places off the map, needs none of it. */
    private synchronized Matrices matrices() {
        if (matrices == null) {
            matrices = new Matrices(
                    Hierarchy.of(engine.hierarchy(), engine::isExpressway), attachments, engine::isExpressway);
        }
        return matrices;
    }

    @Override
    public void close() {
        engine.close();
    }
}
