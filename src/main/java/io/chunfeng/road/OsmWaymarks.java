package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.Parameters.Details;
import java.util.List;
import java.util.Objects;

/** What an extract says: its roads have numbers and names; the towns near a way come from the default tables. */
record OsmWaymarks(Gazetteer gazetteer) implements Waymarks {
    @Override
    public Label label(EdgeIteratorState edge) {
        return new Label(
                Objects.requireNonNullElse((String) edge.getValue(Details.STREET_REF), ""),
                Objects.requireNonNullElse((String) edge.getValue(Details.STREET_NAME), ""));
    }

    @Override
    public List<Passed.Town> towns(Course course) {
        return Corridor.along(course, gazetteer.seats());
    }
}
