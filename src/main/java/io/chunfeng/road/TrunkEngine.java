package io.chunfeng.road;

import com.graphhopper.config.Profile;
import com.graphhopper.routing.WeightingFactory;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.Directory;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.index.LocationIndex;
import java.util.List;

/** The engine over tables: the edges carry the stated kilometres and minutes, whatever the straight line between their ends. */
final class TrunkEngine extends CoachEngine {
    private static final String SPEED = "coach_speed";
    private static final int SPEED_BITS = 22;
    /** Fine enough that a day's drive is reproduced to a tenth of a second. */
    private static final double SPEED_STEP_KM_PER_HOUR = 0.0001;

    private final TrunkMap map;
    private final Waymarks waymarks;

    /**
     * Reads the tables, also where a prepared graph is loaded then: it knows no names.
     *
     * @throws MapFormatException naming every broken line
     */
    TrunkEngine(TrunkTables tables, GraphStorage storage) {
        super(List.of(new Profile(PROFILE).setWeighting(TrunkWeighting.NAME).setCustomModel(null)), storage);
        this.map = new TrunkTableReader(tables).read();
        this.waymarks = new TrunkWaymarks(map);
        setMinNetworkSize(0);
        setSortGraph(false);
    }

    @Override
    String settings() {
        return "tables 2, road_class, seconds + " + TrunkWeighting.SECONDS_PER_METRE + " a metre, speed step "
                + SPEED_STEP_KM_PER_HOUR;
    }

    @Override
    Waymarks waymarks() {
        return waymarks;
    }

    @Override
    EdgeFilter attachable() {
        return EdgeFilter.ALL_EDGES;
    }

    @Override
    protected void prepareImport() {
        EncodingManager.Builder values = EncodingManager.start()
                .add(new DecimalEncodedValueImpl(SPEED, SPEED_BITS, SPEED_STEP_KM_PER_HOUR, false))
                .add(RoadClass.create())
                .add(RoadEnvironment.create());
        createSubnetworkEncodedValues().forEach(values::add);
        encodingManager = values.build();
    }

    @Override
    protected void importOSM() {
        createBaseGraphAndProperties();
        BaseGraph graph = getBaseGraph();
        NodeAccess nodes = graph.getNodeAccess();
        List<TrunkMap.Point> places = map.places();
        for (int i = 0; i < places.size(); i++) {
            nodes.setNode(i, places.get(i).lat(), places.get(i).lon());
        }
        DecimalEncodedValue speed = encodingManager.getDecimalEncodedValue(SPEED);
        EnumEncodedValue<RoadClass> roadClass = encodingManager.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        for (TrunkMap.Link link : map.links()) {
            graph.edge(link.from(), link.to())
                    .setDistance(link.metres())
                    .set(speed, link.metres() / link.seconds() * 3.6)
                    .set(roadClass, link.expressway() ? RoadClass.MOTORWAY : RoadClass.OTHER);
        }
    }

    @Override
    protected WeightingFactory createWeightingFactory() {
        return (profile, hints, disableTurnCosts) ->
                new TrunkWeighting(getEncodingManager().getDecimalEncodedValue(SPEED));
    }

    @Override
    protected LocationIndex createLocationIndex(Directory directory) {
        return new NodeIndex(getBaseGraph());
    }
}
