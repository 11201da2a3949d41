package io.chunfeng.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.EdgeIteratorState;

/** GraphHopper with the one profile used here, prepared with contraction hierarchies. */
abstract class CoachEngine extends GraphHopper {
    static final String PROFILE = "coach";

    CoachEngine(Profile profile) {
        setProfiles(profile);
        getCHPreparationHandler().setCHProfiles(new CHProfile(PROFILE));
    }

    /** Everything besides the map that decides what the prepared graph is; changes the name of its cache folder. */
    abstract String settings();

    /** Whether an edge is expressway. */
    boolean isExpressway(EdgeIteratorState edge) {
        return edge.get(roadClass()) == RoadClass.MOTORWAY;
    }

    private EnumEncodedValue<RoadClass> roadClass() {
        return getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    }

    /** The edges a place may be attached to. */
    abstract EdgeFilter attachable();

    /** Of the metres of all ways, access included. */
    abstract StraightBound leastMetres();

    /** Of the seconds of all ways, access included. */
    abstract StraightBound leastSeconds();

    RoutingCHGraph hierarchy() {
        return getCHGraphs().get(PROFILE);
    }
}
