package io.chunfeng.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.shapes.BBox;
import io.chunfeng.place.Position;
import java.util.BitSet;
import java.util.function.Consumer;

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

    /** What the map says of its roads and places, in names. */
    abstract Waymarks waymarks();

    /** The edges a place may be attached to. */
    abstract EdgeFilter attachable();

    /** At least the edges that come within so many metres of a point, each once. */
    void forEdgesNear(Position point, int metres, Consumer<EdgeIteratorState> use) {
        BitSet seen = new BitSet();
        BBox box = DistanceCalcEarth.DIST_EARTH.createBBox(point.lat(), point.lon(), metres);
        getLocationIndex().query(box, seen::set);
        seen.stream().forEach(edge -> use.accept(getBaseGraph().getEdgeIteratorState(edge, Integer.MIN_VALUE)));
    }

    boolean hasNumber(EdgeIteratorState edge, String number) {
        return RoadNumbers.written(waymarks().label(edge).ref()).contains(number);
    }

    RoutingCHGraph hierarchy() {
        return getCHGraphs().get(PROFILE);
    }
}
