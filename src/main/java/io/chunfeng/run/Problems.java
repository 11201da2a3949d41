package io.chunfeng.run;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.PlacesOffMapException;
import io.chunfeng.road.RoadNetwork;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
     * @param published the plan that is to be planned anew, or null
     *
     * @throws IllegalArgumentException when nobody travels in the period
     */
    PlanningProblem of(long run, RunRequest request, PlanRepository.StoredPlan published) {
        List<Group> groups = demand.groupsDeparting(request.from(), request.to());
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(request.from() + " 至 " + request.to() + " 没有要出行的团组，请选择其他日期或先登记团组");
        }
        if (groups.stream().noneMatch(group -> group.latestArrival().isAfter(request.asOf()))) {
            throw new IllegalArgumentException("所选日期的团组都应在起算时刻之前到达，请把起算时刻提前");
        }
        PlanningProblem now = build(
                run,
                request,
                groups,
                published == null ? Set.of() : booked(published.plan()),
                published == null ? List.of() : published.problem().coachPools());
        return published == null
                ? now
                : Replanning.problem(now, published.problem(), published.plan(), Set.of(), Set.of());
    }

    private static Set<String> booked(Plan plan) {
        Set<String> booked = new HashSet<>();
        plan.trainBookings().forEach(booking -> booked.add(booking.serviceId()));
        plan.flightBookings().forEach(booking -> booked.add(booking.flightId()));
        return booked;
    }

    /** @param before pools of the published plan: coaches that an incident has released stay released for it */
    private PlanningProblem build(
            long run, RunRequest request, List<Group> groups, Set<String> booked, List<CoachPool> before) {
        return ProblemBuilder.build(
                run,
                request,
                new ProblemBuilder.Offer(
                        demand.campaign().orElse(null),
                        places.all(),
                        groups,
                        Reserve.keptBack(capacity.coachPools(), capacity.reserves(), before),
                        capacity.trainServices(),
                        capacity.flights(),
                        booked));
    }

    /**
     * Passes while the map is being prepared: the matrix will tell.
     *
     * @throws IllegalArgumentException naming the places that no road leads to
     */
    void requireOnMap(PlanningProblem problem) {
        if (roads.preparing()) {
            return;
        }
        try {
            List<RoadNetwork.OffMap> off = roads.offMap(problem.places());
            if (!off.isEmpty()) {
                throw offMap(off);
            }
        } catch (MapFormatException e) {
            throw unreadable(e);
        }
    }

    /** None where nobody travels in the period any more, or no map can be asked. */
    List<Doubt> doubts(RunRequest request) {
        List<Group> groups = demand.groupsDeparting(request.from(), request.to());
        if (groups.isEmpty() || roads.preparing()) {
            return List.of();
        }
        try {
            return roads.doubts(build(0, request, groups, Set.of(), List.of()).places());
        } catch (MapFormatException e) {
            return List.of();
        }
    }

    /** With the ways that a valid plan can need. @param passable the roads that may be driven */
    PlanningProblem withMatrix(PlanningProblem problem, RoadNetwork passable) {
        try {
            return problem.withMatrix(NeededDrives.matrix(problem, passable));
        } catch (PlacesOffMapException e) {
            throw offMap(e.places());
        } catch (MapFormatException e) {
            throw unreadable(e);
        }
    }

    static IllegalArgumentException unreadable(MapFormatException e) {
        return new IllegalArgumentException("地图无法读取，不能规划：" + e.getMessage(), e);
    }

    private static IllegalArgumentException offMap(List<RoadNetwork.OffMap> places) {
        String named = places.stream().map(Problems::named).collect(Collectors.joining("；"));
        return new IllegalArgumentException("下列地点不在已加载的地图上，无法到达，请更正坐标或换用更完整的地图：" + named);
    }

    private static String named(RoadNetwork.OffMap off) {
        Place place = off.place();
        String road = String.format(
                Locale.ROOT,
                "距最近道路 %.1f 公里（%s）",
                off.nearestRoadMetres() / 1000.0,
                off.towards().chinese());
        String swapped = place.position().looksSwapped() ? "，经纬度似乎颠倒" : "";
        return place.name() + "（" + place.id() + "）" + road + swapped;
    }
}
