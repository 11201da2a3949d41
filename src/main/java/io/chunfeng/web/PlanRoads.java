package io.chunfeng.web;

import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.NothingClosedException;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import io.chunfeng.run.PlanningRuns;
import java.util.List;
import org.springframework.stereotype.Component;

/** The roads that a stored plan was made for: without those that were closed for its run. */
@Component
class PlanRoads {
    private final PlanningRuns runs;
    private final ClosureRepository closures;
    private final RoadNetwork roads;

    PlanRoads(PlanningRuns runs, ClosureRepository closures, RoadNetwork roads) {
        this.runs = runs;
        this.closures = closures;
        this.roads = roads;
    }

    /** In the order of their ids; also those that were lifted since. */
    List<StoredClosure> avoided(long planId) {
        List<Long> ids =
                runs.ofPlan(planId).map(run -> run.avoided().closures()).orElse(List.of());
        return ids.isEmpty() ? List.of() : closures.find(ids);
    }

    RoadNetwork of(long planId) {
        return without(avoided(planId));
    }

    /** A plan of another map is still shown: what this map does not have cannot be closed on it. */
    RoadNetwork without(List<StoredClosure> closed) {
        try {
            return StoredClosure.close(roads, closed);
        } catch (NothingClosedException e) {
            return StoredClosure.close(
                    roads, closed.stream().filter(this::onMap).toList());
        }
    }

    private boolean onMap(StoredClosure stored) {
        try {
            StoredClosure.close(roads, List.of(stored));
            return true;
        } catch (NothingClosedException e) {
            return false;
        }
    }
}
