package io.chunfeng.road;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.Directory;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.PMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** The engine over an OpenStreetMap extract, with the profile described in src/docs/roads.md. */
final class OsmEngine extends CoachEngine {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OsmEngine.class);
    /** The engine's reader was generated for an older release of this library, which says so ten times at every import. */
    private static final Logger PROTOBUF = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    /** Searching with forbidden turns takes some thirty times as long to prepare; on larger maps they are left out. */
    private static final int MOST_EDGES_WITH_TURNS = 2_000_000;

    private static final List<String> NO_ROAD_FOR_COACHES = List.of(
            "footway",
            "path",
            "steps",
            "pedestrian",
            "cycleway",
            "bridleway",
            "track",
            "corridor",
            "platform",
            "construction",
            "proposed");
    private static final int INDEX_TILE_METRES = 300;
    private static final double FASTEST_METRES_PER_SECOND = 90 / 3.6;
    /** The engine measures short pieces of road on a plane. */
    private static final double LEAST_METRES_PER_STRAIGHT_METRE = 0.999;

    private final OsmExtract extract;

    private final Waymarks waymarks;

    OsmEngine(OsmExtract extract, GraphStorage storage) {
        super(List.of(CoachProfile.anyTurn(), CoachProfile.permittedTurns()), storage);
        this.extract = extract;
        this.waymarks = new OsmWaymarks(extract.gazetteer());
        setOSMFile(extract.path().toString());
        setEncodedValuesString(CoachProfile.ENCODED_VALUES);
        setPreciseIndexResolution(INDEX_TILE_METRES);
        getReaderConfig()
                .setIgnoredHighways(NO_ROAD_FOR_COACHES)
                .setParseWayNames(true)
                .setPreferredLanguage("zh");
    }

    @Override
    String settings() {
        return "osm 3 " + getProfiles() + CoachProfile.ENCODED_VALUES + NO_ROAD_FOR_COACHES + MOST_EDGES_WITH_TURNS;
    }

    @Override
    Waymarks waymarks() {
        return waymarks;
    }

    @Override
    EdgeFilter attachable() {
        return new DefaultSnapFilter(
                createWeighting(getProfile(profile()), new PMap()),
                getEncodingManager().getBooleanEncodedValue(Subnetwork.key(profile())));
    }

    @Override
    StraightBound leastMetres(AccessRule access) {
        return new StraightBound(LEAST_METRES_PER_STRAIGHT_METRE, List.of());
    }

    @Override
    StraightBound leastSeconds(AccessRule access) {
        double road = LEAST_METRES_PER_STRAIGHT_METRE / FASTEST_METRES_PER_SECOND;
        return new StraightBound(Math.min(road, access.straight(1).seconds()), List.of());
    }

    @Override
    protected void importOSM() {
        PbfOutline.check(extract.path());
        PROTOBUF.setLevel(Level.SEVERE);
        try {
            super.importOSM();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted() || root(e) instanceof OutOfMemoryError) {
                throw e;
            }
            if (getBaseGraph().getNodes() == 0 && reason(e).contains("must not be empty")) {
                throw new MapFormatException(
                        extract.path() + ": holds no road for coaches; use an extract with highways", e);
            }
            throw new MapFormatException(
                    extract.path() + ": cannot be imported (" + reason(e) + "); download the extract again", e);
        }
        if (!mayBeDriven()) {
            throw new MapFormatException(
                    extract.path() + ": every road is closed to cars or private; use an extract with public highways");
        }
    }

    private boolean mayBeDriven() {
        BooleanEncodedValue access = getEncodingManager().getBooleanEncodedValue(VehicleAccess.key("car"));
        AllEdgesIterator roads = getBaseGraph().getAllEdges();
        while (roads.next()) {
            if (roads.get(access) || roads.getReverse(access)) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable e) {
        Throwable cause = root(e);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    @Override
    protected OSMParsers buildOSMParsers(
            Map<String, PMap> values,
            Map<String, ImportUnit> units,
            Map<String, List<String>> restrictions,
            List<String> ignoredHighways) {
        return new CountedWays(super.buildOSMParsers(values, units, restrictions, ignoredHighways), this::reached);
    }

    /** Decided by what the map holds: without forbidden turns the simple hierarchy finds the same ways and is prepared much faster. */
    @Override
    protected void loadOrPrepareCH(boolean closeEarly) {
        BaseGraph roads = getBaseGraph();
        boolean forbidden = roads.getTurnCostStorage().getTurnCostsCount() > 0;
        if (forbidden && roads.getEdges() > MOST_EDGES_WITH_TURNS) {
            LOG.warn("{}: too many roads to observe forbidden turns; they are left out", extract.path());
            forbidden = false;
        }
        drive(forbidden ? CoachProfile.permittedTurns() : CoachProfile.anyTurn());
        super.loadOrPrepareCH(closeEarly);
    }

    @Override
    protected LocationIndex createLocationIndex(Directory directory) {
        LocationIndexTree index = new LocationIndexTree(getBaseGraph(), directory);
        index.setResolution(INDEX_TILE_METRES);
        if (!index.loadExisting()) {
            index.prepareIndex();
        }
        return new RoadIndex(getBaseGraph(), index);
    }
}
