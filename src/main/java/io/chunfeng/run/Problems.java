package io.chunfeng.run;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.PlacesOffMapException;
import io.chunfeng.road.RoadNetwork;
import java.util.List;
import java.util.stream.Collectors;

/** Problems of runs from what the repositories hold now. */
final class Problems {
    private final PlaceRepository places;
    private final DemandRepository demand;
    private final CapacityRepository capacity;
    private final RoadNetwork roads;

    Problems(PlaceRepository places, DemandRepository demand, CapacityRepository capacity, RoadNetwork roads) {
        this.places = places;
        this.demand = demand;
        this.capacity = capacity;
        this.roads = roads;
    }

    /**
     * Without its matrix.
     *
     * @throws IllegalArgumentException when nobody travels in the period
     */
    PlanningProblem of(long run, RunRequest request) {
        List<Group> groups = demand.groupsDeparting(request.from(), request.to());
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(request.from() + " 至 " + request.to() + " 没有要出行的团组，请选择其他日期或先登记团组");
        }
        if (groups.stream().noneMatch(group -> group.latestArrival().isAfter(request.asOf()))) {
            throw new IllegalArgumentException("所选日期的团组都应在起算时刻之前到达，请把起算时刻提前");
        }
        return ProblemBuilder.build(
                run,
                request,
                new ProblemBuilder.Offer(
                        demand.campaign().orElse(null),
                        places.all(),
                        groups,
                        capacity.coachPools(),
                        capacity.trainServices(),
                        capacity.flights()));
    }

    /** @throws IllegalArgumentException naming the places that no road leads to */
    void requireOnMap(PlanningProblem problem) {
        List<RoadNetwork.OffMap> off = roads.offMap(problem.places());
        if (!off.isEmpty()) {
            throw offMap(off);
        }
    }

    /** With the ways that a valid plan can need. */
    PlanningProblem withMatrix(PlanningProblem problem) {
        try {
            return problem.withMatrix(NeededDrives.matrix(problem, roads));
        } catch (PlacesOffMapException e) {
            throw offMap(e.places());
        }
    }

    private static IllegalArgumentException offMap(List<RoadNetwork.OffMap> places) {
        String named = places.stream()
                .map(off -> off.place().name() + "（" + off.place().id() + "）")
                .collect(Collectors.joining("、"));
        return new IllegalArgumentException("下列地点不在已加载的地图上，请更正坐标或换用更完整的地图：" + named);
    }
}
