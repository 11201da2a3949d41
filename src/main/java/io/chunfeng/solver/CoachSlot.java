package io.chunfeng.solver;

import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A possible dispatch of a coach of a pool; unused while it has no schedule. */
@PlanningEntity
public class CoachSlot {
    @PlanningId
    private int id;

    private PoolFact pool;

    @PlanningVariable(nullable = true, valueRangeProviderRefs = "ownSchedule")
    private TripSchedule schedule;

    /** For OptaPlanner, which clones entities. */
    CoachSlot() {}

    CoachSlot(int id, PoolFact pool) {
        this.id = id;
        this.pool = pool;
    }

    CoachSlot copy() {
        CoachSlot copy = new CoachSlot(id, pool);
        copy.schedule = schedule;
        return copy;
    }

    /** Schedules are made by the moves, which know the riders; nothing else is worth trying. */
    @ValueRangeProvider(id = "ownSchedule")
    List<TripSchedule> ownSchedule() {
        return schedule == null ? List.of() : List.of(schedule);
    }

    int id() {
        return id;
    }

    PoolFact pool() {
        return pool;
    }

    public TripSchedule getSchedule() {
        return schedule;
    }

    public void setSchedule(TripSchedule schedule) {
        this.schedule = schedule;
    }
}
