package io.chunfeng.run;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.NothingClosedException;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closures that a run has to avoid: those not lifted that touch the time between its first departure and its last arrival. A problem has one
 * matrix, so a closure of any part of that time is avoided all the time.
 */
final class AvoidedClosures {
    private final ClosureRepository closures;
    private final RoadNetwork roads;

    AvoidedClosures(ClosureRepository closures, RoadNetwork roads) {
        this.closures = closures;
        this.roads = roads;
    }

    List<StoredClosure> of(PlanningProblem problem) {
        ProblemBuilder.Window window = ProblemBuilder.Window.of(problem.asOf(), problem.groups());
        return closures.inForce(window.from(), window.until());
    }

    /**
     * Later, while the map is being prepared: then when the run begins.
     *
     * @throws IllegalArgumentException naming the closure that holds no road of the loaded map
     */
    void requireOnMap(PlanningProblem problem) {
        if (!roads.preparing()) {
            roads(of(problem));
        }
    }

    /** @throws IllegalArgumentException naming the closure that holds no road of the loaded map */
    RoadNetwork roads(List<StoredClosure> avoided) {
        try {
            return StoredClosure.close(roads, avoided);
        } catch (NothingClosedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (MapFormatException e) {
            throw Problems.unreadable(e);
        }
    }

    /** For the pages. @param problem with its matrix, made without the avoided roads */
    PlanningRun.Avoided describe(List<StoredClosure> avoided, PlanningProblem problem) {
        return avoided.isEmpty()
                ? PlanningRun.Avoided.NONE
                : new PlanningRun.Avoided(
                        avoided.stream().map(StoredClosure::id).toList(), cutOff(problem));
    }

    /** Groups that may go by coach and would have a way, were nothing closed. */
    private List<String> cutOff(PlanningProblem problem) {
        RoadMatrix matrix = problem.matrix();
        Map<String, Integer> index = matrix.index();
        Map<String, Place> places =
                problem.places().stream().collect(Collectors.toMap(Place::id, Function.identity(), (a, b) -> a));
        Map<List<String>, Boolean> open = new HashMap<>();
        return problem.groups().stream()
                .filter(group -> group.modes().contains(Mode.COACH))
                .filter(group -> !matrix.reachable(index.get(group.from()), index.get(group.to())))
                .filter(group -> open.computeIfAbsent(
                        List.of(group.from(), group.to()),
                        ends -> roads.path(places.get(group.from()), places.get(group.to())) != null))
                .map(Group::id)
                .toList();
    }
}
