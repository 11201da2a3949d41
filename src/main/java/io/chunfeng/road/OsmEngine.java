package io.chunfeng.road;

import static com.graphhopper.json.Statement.Else;
import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;

import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.Directory;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The engine over an OpenStreetMap extract, with the profile described in src/docs/roads.md. */
final class OsmEngine extends CoachEngine {
    /** The engine's reader was generated for an older release of this library, which says so ten times at every import. */
    private static final Logger PROTOBUF = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    private static final String ENCODED_VALUES = "car_access, car_average_speed, road_class";
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

    private final OsmExtract extract;

    OsmEngine(OsmExtract extract) {
        super(new Profile(PROFILE).setCustomModel(coach()));
        this.extract = extract;
        setOSMFile(extract.path().toString());
        setEncodedValuesString(ENCODED_VALUES);
        setPreciseIndexResolution(INDEX_TILE_METRES);
        getReaderConfig().setIgnoredHighways(NO_ROAD_FOR_COACHES).setParseWayNames(false);
    }

    /** Nine tenths of the posted or usual speed of cars, at most of the coach's own limit: 100 km/h on motorways, 80 elsewhere. */
    private static CustomModel coach() {
        return new CustomModel()
                .setDistanceInfluence(0.0)
                .addToPriority(If("!car_access", MULTIPLY, "0"))
                .addToSpeed(If("true", LIMIT, "car_average_speed"))
                .addToSpeed(If("road_class == MOTORWAY", LIMIT, "90"))
                .addToSpeed(Else(LIMIT, "72"));
    }

    @Override
    String settings() {
        return "osm 1 " + getProfile(PROFILE) + ENCODED_VALUES + NO_ROAD_FOR_COACHES;
    }

    @Override
    EdgeFilter attachable() {
        return new DefaultSnapFilter(
                createWeighting(getProfile(PROFILE), new PMap()),
                getEncodingManager().getBooleanEncodedValue(Subnetwork.key(PROFILE)));
    }

    @Override
    protected void importOSM() {
        PbfOutline.check(extract.path());
        PROTOBUF.setLevel(Level.SEVERE);
        try {
            super.importOSM();
        } catch (RuntimeException e) {
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
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
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
