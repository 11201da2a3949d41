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
import io.chunfeng.plan.Rules;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.PlacesOffMapException;
import io.chunfeng.road.RoadNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Problems of runs from what the repositories hold now. */
final class Problems {
    private final PlaceRepository places;
    private final DemandRepository demand;
    private final CapacityRepository capacity;
    private final RunRepository runs;
    private final RoadNetwork roads;

    Problems(
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity,
            RunRepository runs,
            RoadNetwork roads) {
        this.places = places;
        this.demand = demand;
        this.capacity = capacity;
        this.runs = runs;
        this.roads = roads;
    }

    /**
     * Without its matrix.
     *
     * @param published the plan that is to be planned anew, or null
     * @throws IllegalArgumentException when nobody travels in the period
     */
    PlanningProblem of(long run, RunRequest request, PlanRepository.StoredPlan published) {
        Map<Long, Set<String>> inForce = runs.inForce();
        List<Group> groups = groups(request, inForce);
        PlanningProblem now = TakenCapacity.without(
                build(
                        run,
                        request,
                        groups,
                        published == null ? Set.of() : booked(published.plan()),
                        published == null ? List.of() : published.problem().coachPools()),
                groups.stream().map(Group::id).collect(Collectors.toSet()),
                told(inForce, groups));
        return published == null
                ? now
                : Replanning.problem(now, published.problem(), published.plan(), Set.of(), Set.of());
    }

    /**
     * Its groups, places and capacity before anything is taken off: enough to tell whether it can be planned at all, without
     * opening the plans of others.
     *
     * @throws IllegalArgumentException when nobody travels in the period
     */
    PlanningProblem asked(RunRequest request) {
        return build(0, request, groups(request, runs.inForce()), Set.of(), List.of());
    }

    /**
     * Of the days and the scope, at least one.
     *
     * @param inForce groups that have seats, by the plan that they were told
     * @throws IllegalArgumentException when nobody travels in the period
     */
    private List<Group> groups(RunRequest request, Map<Long, Set<String>> inForce) {
        RunScope scope = request.scope();
        List<Group> groups = demand.groupsDeparting(request.from(), request.to());
        if (!scope.everywhere()) {
            Map<String, Place> all =
                    places.all().stream().collect(Collectors.toMap(Place::id, Function.identity(), (a, b) -> a));
            groups = groups.stream()
                    .filter(group -> scope.holds(group, all.get(group.from()), all.get(group.to())))
                    .toList();
        }
        if (scope.onlyUnplanned()) {
            // a plan that is planned anew is what its own groups were told
            Set<String> seated = inForce.entrySet().stream()
                    .filter(told -> !told.getKey().equals(request.replanOf()))
                    .flatMap(told -> told.getValue().stream())
                    .collect(Collectors.toSet());
            groups = groups.stream()
                    .filter(group -> !seated.contains(group.id()))
                    .toList();
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(nobody(request));
        }
        if (groups.stream().noneMatch(group -> group.latestArrival().isAfter(request.asOf()))) {
            throw new IllegalArgumentException("所选日期的团组都应在起算时刻之前到达，请把起算时刻提前");
        }
        return groups;
    }

    private static String nobody(RunRequest request) {
        String scope = request.scope().words();
        return scope.isEmpty()
                ? request.from() + " 至 " + request.to() + " 没有要出行的团组，请选择其他日期或先登记团组"
                : request.from() + " 至 " + request.to() + " 在所选范围（" + scope + "）内没有要出行的团组，请放宽范围或选择其他日期";
    }

    /** Plans of people who are not planned now: what carries them is taken. */
    private List<TakenCapacity.Told> told(Map<Long, Set<String>> inForce, List<Group> planned) {
        Set<String> ids = planned.stream().map(Group::id).collect(Collectors.toSet());
        return inForce.entrySet().stream()
                .filter(told -> !ids.containsAll(told.getValue()))
                .map(told -> new TakenCapacity.Told(
                        told.getValue(), runs.plan(told.getKey()).orElseThrow().plan()))
                .toList();
    }

    /**
     * The problem of a stored plan with changes, without its matrix.
     *
     * @throws IllegalArgumentException with words for the dispatcher, when a change does not fit
     */
    PlanningProblem whatIf(long run, String name, PlanningProblem base, List<ScenarioChange> changes) {
        PlanningProblem changed = base;
        for (ScenarioChange change : changes) {
            changed = change.applied(changed);
        }
        Set<String> known = changed.places().stream().map(Place::id).collect(Collectors.toSet());
        Set<String> used = ProblemBuilder.usedPlaces(
                changed.groups(), changed.coachPools(), changed.trainServices(), changed.flights());
        List<Place> all = new ArrayList<>(changed.places());
        places.all().stream()
                .filter(place -> used.contains(place.id()) && !known.contains(place.id()))
                .forEach(all::add);
        return Remade.bare(changed, "run-" + run, name, all);
    }

    /** The groups of a problem as they are registered now, and all capacity that nobody else was promised; the usual rules. */
    PlanningProblem today(PlanningProblem problem) {
        Set<String> ids = problem.groups().stream().map(Group::id).collect(Collectors.toSet());
        PlanningProblem registered = new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                false,
                List.of(),
                null,
                demand.groups().stream()
                        .filter(group -> ids.contains(group.id()))
                        .toList(),
                capacity.coachPools(),
                capacity.trainServices(),
                capacity.flights(),
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
        return TakenCapacity.without(registered, ids, told(runs.inForce(), problem.groups()));
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
        if (roads.preparing()) {
            return List.of();
        }
        try {
            return roads.doubts(build(0, request, groups(request, Map.of()), Set.of(), List.of())
                    .places());
        } catch (MapFormatException | IllegalArgumentException e) {
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
