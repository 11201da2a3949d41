package io.chunfeng.web;

import io.chunfeng.day.Incidents;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.NothingClosedException;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import io.chunfeng.run.PlanningRuns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The roads that a stored plan was made for: without those that were closed for its run. */
@Component
class PlanRoads {
    private final PlanningRuns runs;
    private final Incidents incidents;
    private final ClosureRepository closures;
    private final RoadNetwork roads;

    PlanRoads(PlanningRuns runs, Incidents incidents, ClosureRepository closures, RoadNetwork roads) {
        this.runs = runs;
        this.incidents = incidents;
        this.closures = closures;
        this.roads = roads;
    }

    /** In the order of their ids; also those that were lifted since. */
    List<StoredClosure> avoided(long planId) {
        Set<Long> ids = new TreeSet<>();
        OptionalLong plan = OptionalLong.of(planId);
        while (plan.isPresent()) {
            runs.ofPlan(plan.getAsLong())
                    .ifPresent(run -> ids.addAll(run.avoided().closures()));
            Optional<Incidents.Origin> origin = incidents.origin(plan.getAsLong());
            origin.ifPresent(made -> ids.addAll(made.avoided()));
            plan = origin.map(made -> OptionalLong.of(made.before())).orElse(OptionalLong.empty());
        }
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
