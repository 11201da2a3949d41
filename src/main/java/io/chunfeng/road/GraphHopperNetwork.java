package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.Collection;
import java.util.List;

/** The roads of one loaded map. */
final class GraphHopperNetwork implements RoadNetwork {
    private final CoachEngine engine;
    private final String mapSha256;
    private final String description;
    private final AccessRule access;
    private final Attachments attachments;
    private final WayFinder finder;
    private final Routes routes;
    private final Closures closures;
    private final CoordinateDoubts doubts;
    private Matrices matrices;

    GraphHopperNetwork(CoachEngine engine, String mapSha256, String description, AccessRule access) {
        this.engine = engine;
        this.mapSha256 = mapSha256;
        this.description = description;
        this.access = access;
        this.attachments = new Attachments(engine, access);
        this.finder = WayFinder.over(engine.hierarchy());
        this.routes = new Routes(engine, attachments, finder);
        this.closures = new Closures(this, attachments);
        this.doubts = new CoordinateDoubts(
                attachments::straightMetres,
                new PrefectureSeats(engine.waymarks().gazetteer()));
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
        return new Sha256()
                .text(mapSha256)
                .text(engine.settings())
                .text(access.toString())
                .hex();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void ways(List<Place> places, Pairs wanted, Ways ways) {
        matrices().find(places, wanted, ways);
    }

    @Override
    public RoadPath path(Place from, Place to) {
        return routes.path(from, to);
    }

    @Override
    public List<OffMap> offMap(Collection<Place> places) {
        return attachments.offMap(places);
    }

    /** @throws PlacesOffMapException when some of them are too far from any road, open or closed */
    void requireOnMap(List<Place> places) {
        attachments.of(places);
    }

    @Override
    public List<Doubt> doubts(Collection<Place> places) {
        return doubts.of(places);
    }

    @Override
    public RoadNetwork closed(Collection<Closure.Extent> extents) {
        return extents.isEmpty() ? this : closures.view(extents);
    }

    @Override
    public ClosedRoads closedRoads(Closure.Extent extent) {
        return closures.roads(extent);
    }

    /** Laid out when first needed: drawing one way, or counting places off the map, needs none of it. */
    private synchronized Matrices matrices() {
        if (matrices == null) {
            Hierarchy hierarchy = Hierarchy.of(engine.hierarchy(), engine::isExpressway);
            matrices = new Matrices(engine, hierarchy, attachments, finder);
        }
        return matrices;
    }

    @Override
    public void close() {
        engine.close();
    }
}
