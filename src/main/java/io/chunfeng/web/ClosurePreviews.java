package io.chunfeng.web;

import io.chunfeng.closure.JourneyChanges;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.NothingClosedException;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes previews of closures. */
@Component
class ClosurePreviews {
    /** Each is read whole; older ones are rarely still to be driven. */
    private static final int PLANS = 8;

    private final RoadNetwork roads;
    private final PlanRoads planRoads;
    private final ClosureRepository closures;
    private final DemandRepository demand;
    private final PlaceRepository places;
    private final PlanRepository plans;
    private final PlanShelf shelf;
    private final ClosedTrips trips;
    private final ClosureWords words;

    ClosurePreviews(
            RoadNetwork roads,
            PlanRoads planRoads,
            ClosureRepository closures,
            DemandRepository demand,
            PlaceRepository places,
            PlanRepository plans,
            PlanShelf shelf,
            ClosedTrips trips,
            ClosureWords words) {
        this.roads = roads;
        this.planRoads = planRoads;
        this.closures = closures;
        this.demand = demand;
        this.places = places;
        this.plans = plans;
        this.shelf = shelf;
        this.trips = trips;
        this.words = words;
    }

    /** @throws NothingClosedException when it holds no road of the map */
    void requireRoads(Closure closure) {
        if (closure.extent() instanceof Closure.Road road) {
            List<RoadNetwork.OffMap> off = roads.offMap(List.of(road.between(), road.and()));
            if (!off.isEmpty()) {
                String named = off.stream().map(o -> o.place().name()).collect(Collectors.joining("、"));
                throw new NothingClosedException(named + "不在已加载的地图上，请选择别的地点，或改用“区域”。");
            }
        }
        roads.closedRoads(closure.extent());
    }

    ClosurePreview of(Closure closure, Locale locale) {
        int closedMetres = roads.closedRoads(closure.extent()).metres();
        List<StoredClosure> others = closures.inForceDuring(closure);
        List<Group> groups = demand.groups().stream()
                .filter(group -> closure.touches(group.earliestDeparture(), group.latestArrival()))
                .toList();
        List<PlanView> newest = plans.list().stream()
                .limit(PLANS)
                .map(plan -> shelf.find(plan.id()))
                .flatMap(Optional::stream)
                .toList();
        return new ClosurePreview(
                words.what(closure.extent(), locale),
                closedMetres,
                others,
                groups.size(),
                changes(closure, others, groups),
                newest.stream()
                        .map(view -> new ClosurePreview.HitPlan(view, trips.hit(view, closure)))
                        .filter(plan -> !plan.drives().isEmpty())
                        .toList(),
                newest.size());
    }

    private JourneyChanges changes(Closure closure, List<StoredClosure> others, List<Group> groups) {
        StoredClosure added = new StoredClosure(0, closure, closure.from(), null);
        RoadNetwork before = planRoads.without(others);
        RoadNetwork after = planRoads.without(
                Stream.concat(others.stream(), Stream.of(added)).toList());
        Map<String, Place> byId = places.all().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        return JourneyChanges.of(groups, byId, before, after);
    }
}
