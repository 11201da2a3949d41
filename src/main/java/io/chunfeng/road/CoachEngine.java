package io.chunfeng.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.shapes.BBox;
import io.chunfeng.place.Position;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** GraphHopper with the profile of a coach, prepared with contraction hierarchies. */
abstract class CoachEngine extends GraphHopper {
    static final String PROFILE = "coach";

    private final GraphStorage storage;
    private OpeningListener listener = OpeningListener.NONE;
    private boolean importing;
    private String profile;

    /** @param profiles the first is driven unless a subclass decides for another */
    CoachEngine(List<Profile> profiles, GraphStorage storage) {
        this.storage = storage;
        if (storage == GraphStorage.MMAP) {
            useMappedFiles();
        }
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

    GraphStorage storage() {
        return storage;
    }

    void tell(OpeningListener opening) {
        this.listener = opening;
    }

    /** The engine takes this setting in no other way. Named first: it resets some of the others. */
    private void useMappedFiles() {
        init(new GraphHopperConfig()
                .putObject("graph.location", "named later")
                .putObject("graph.dataaccess.default_type", GraphStorage.MMAP.name())
                .putObject("import.osm.ignored_highways", ""));
    }

    /**
     * Before each stage, because the engine's reader takes an interrupt for the end of the file: what it has read by then is not complete.
     *
     * @throws IllegalStateException when the opening thread was interrupted
     */
    private void enter(OpeningStage stage) {
        reached(stage, 0, 0);
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped before " + stage);
        }
    }

    final void reached(OpeningStage stage, long done, long total) {
        listener.at(stage, done, total);
    }

    @Override
    protected void createBaseGraphAndProperties() {
        importing = true;
        enter(OpeningStage.READING);
        super.createBaseGraphAndProperties();
    }

    @Override
    protected void postImportOSM() {
        enter(OpeningStage.SORTING);
        super.postImportOSM();
    }

    @Override
    protected void initLocationIndex() {
        if (importing) {
            enter(OpeningStage.INDEXING);
        }
        super.initLocationIndex();
    }

    /** In this thread, other than the engine does it: so an interrupt ends it. */
    @Override
    protected Map<String, PrepareContractionHierarchies.Result> prepareCH(boolean closeEarly, List<CHConfig> missing) {
        if (missing.isEmpty()) {
            return super.prepareCH(closeEarly, missing);
        }
        enter(OpeningStage.PREPARING);
        if (!getBaseGraph().isFrozen()) {
            getBaseGraph().freeze();
        }
        PrepareContractionHierarchies.Result result = PrepareContractionHierarchies.fromGraph(
                        getBaseGraph(), missing.get(0))
                .doWork();
        result.getCHStorage().flush();
        return Map.of(profile, result);
    }

    @Override
    protected void flush() {
        enter(OpeningStage.SAVING);
        super.flush();
    }

    /**
     * Files that are mapped for asking stay mapped until nobody holds this engine: reading from an unmapped file would end the whole process.
     */
    @Override
    public void close() {
        if (storage == GraphStorage.RAM || isAllowWrites()) {
            super.close();
        }
    }
}
