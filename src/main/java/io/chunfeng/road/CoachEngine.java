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
import java.util.List;
import java.util.function.Consumer;

/** GraphHopper with the profile of a coach, prepared with contraction hierarchies. */
abstract class CoachEngine extends GraphHopper {
    static final String PROFILE = "coach";

    private String profile;

    /** @param profiles the first is driven unless a subclass decides for another */
    CoachEngine(List<Profile> profiles) {
        setProfiles(profiles);
        drive(profiles.get(0));
    }

    /** Before anything is prepared or loaded for it. */
    final void drive(Profile chosen) {
        profile = chosen.getName();
        getCHPreparationHandler().setCHProfiles(new CHProfile(profile));
    }

    /** Name of the profile that is driven. */
    final String profile() {
        return profile;
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
        return getCHGraphs().get(profile);
    }
}
