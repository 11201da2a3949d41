package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import java.util.List;

/** What a map says of its roads and places, in names. */
interface Waymarks {
    /** The towns it knows. */
    Gazetteer gazetteer();

    /** Numbers and name of a road as the map writes them, or {@link Label#NONE}. */
    Label label(EdgeIteratorState edge);

    /** The towns that a course passes; each once, in the order of travel. */
    List<Passed.Town> towns(Course course);

    /**
     * @param ref one number or several, for example {@code G5, G20}; empty where there is none
     * @param name of the road, or empty
     */
    record Label(String ref, String name) {
        static final Label NONE = new Label("", "");
    }
}
