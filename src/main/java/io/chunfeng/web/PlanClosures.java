package io.chunfeng.web;

import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.StoredClosure;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What pages of runs and plans say about closures. */
@Component
class PlanClosures {
    private final ClosureRepository closures;
    private final ClosureWords words;
    private final ClosedTrips trips;
    private final PlanRoads roads;
    private final PlanningRuns runs;
    private final DemandRepository demand;
    private final PlaceRepository places;

    PlanClosures(
            ClosureRepository closures,
            ClosureWords words,
            ClosedTrips trips,
            PlanRoads roads,
            PlanningRuns runs,
            DemandRepository demand,
            PlaceRepository places) {
        this.closures = closures;
        this.words = words;
        this.trips = trips;
        this.roads = roads;
        this.runs = runs;
        this.demand = demand;
        this.places = places;
    }

    /**
     * What a run does without.
     *
     * @param cutOff groups without a way by road because of it
     */
    record Avoided(List<ClosureRow> closures, List<CutOff> cutOff) {
        static final Avoided NONE = new Avoided(List.of(), List.of());
    }

    record CutOff(String groupId, String from, String to, int headcount) {}

    /**
     * What a plan does without, and what was closed since.
     *
     * @param unavoided closures that the plan does not know
     * @param hit its drives on those; empty while they are looked for
     */
    record OfPlan(Avoided avoided, List<ClosureRow> unavoided, Optional<List<ClosedDrive>> hit) {

        /** On the plan's map. */
        public List<ClosureRow> shown() {
            return Stream.concat(avoided.closures.stream(), unavoided.stream()).toList();
        }

        public boolean looking() {
            return hit.isEmpty();
        }

        public List<ClosedDrive> drives() {
            return hit.orElse(List.of());
        }

        public boolean cutOff(String groupId) {
            return avoided.cutOff.stream().anyMatch(group -> group.groupId.equals(groupId));
        }
    }

    OfPlan of(PlanView view, Locale locale) {
        return new OfPlan(
                runs.ofPlan(view.id()).map(run -> avoided(run, locale)).orElse(Avoided.NONE),
                words.rows(trips.unavoided(view), locale),
                trips.hit(view));
    }

    /** Of a plan on the desk, which may be a draft that changes. */
    OfPlan of(DeskView desk, Locale locale) {
        PlanView view = desk.view();
        return desk.draft() == null
                ? of(view, locale)
                : new OfPlan(
                        runs.ofPlan(view.id()).map(run -> avoided(run, locale)).orElse(Avoided.NONE),
                        words.rows(trips.unavoided(view), locale),
                        trips.hit(
                                view,
                                "draft " + desk.draft().id() + "/"
                                        + desk.draft().version()));
    }

    Avoided avoided(PlanningRun run, Locale locale) {
        PlanningRun.Avoided avoided = run.avoided();
        if (avoided.closures().isEmpty()) {
            return Avoided.NONE;
        }
        Names names = new Names(avoided.cutOff().isEmpty() ? List.of() : places.all());
        return new Avoided(
                words.rows(closures.find(avoided.closures()), locale),
                avoided.cutOff().stream()
                        .map(demand::group)
                        .flatMap(Optional::stream)
                        .map(group ->
                                new CutOff(group.id(), names.of(group.from()), names.of(group.to()), group.headcount()))
                        .toList());
    }

    /** On the plan's map. */
    List<StoredClosure> shown(PlanView view) {
        return Stream.concat(roads.avoided(view.id()).stream(), trips.unavoided(view).stream())
                .toList();
    }
}
