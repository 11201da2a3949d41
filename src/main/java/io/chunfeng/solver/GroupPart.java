package io.chunfeng.solver;

import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A possible part of a group; nobody travels in it while it has no itinerary. */
@PlanningEntity
public class GroupPart {
    @PlanningId
    private int id;

    private GroupFact group;

    @PlanningVariable(nullable = true, valueRangeProviderRefs = "ownItinerary")
    private Itinerary itinerary;

    /** For OptaPlanner, which clones entities. */
    GroupPart() {}

    GroupPart(int id, GroupFact group) {
        this.id = id;
        this.group = group;
    }

    GroupPart copy() {
        GroupPart copy = new GroupPart(id, group);
        copy.itinerary = itinerary;
        return copy;
    }

    /** Itineraries are made by the moves; nothing else is worth trying. */
    @ValueRangeProvider(id = "ownItinerary")
    List<Itinerary> ownItinerary() {
        return itinerary == null ? List.of() : List.of(itinerary);
    }

    int id() {
        return id;
    }

    GroupFact group() {
        return group;
    }

    public Itinerary getItinerary() {
        return itinerary;
    }

    public void setItinerary(Itinerary itinerary) {
        this.itinerary = itinerary;
    }
}
