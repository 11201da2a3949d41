package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.plan.Explanations;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedWords;
import io.chunfeng.plan.VehicleWords;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapNotReadyException;
import io.chunfeng.run.PlanningRuns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 方案: the list, one plan with its map and trips, one trip with its events and passengers. */
@Controller
class PlansPage {
    private final PlanRepository plans;
    private final PlanShelf shelf;
    private final PlanClosures closures;
    private final DispatchRepository dispatch;
    private final PlanRoads roads;
    private final PlanningRuns runs;
    private final PlanOrigins origins;
    private final Clock clock;
    private final String tileUrl;

    PlansPage(
            PlanRepository plans,
            PlanShelf shelf,
            PlanClosures closures,
            DispatchRepository dispatch,
            PlanRoads roads,
            PlanningRuns runs,
            PlanOrigins origins,
            Clock clock,
            @Value("${chunfeng.tile-url:}") String tileUrl) {
        this.plans = plans;
        this.shelf = shelf;
        this.closures = closures;
        this.dispatch = dispatch;
        this.roads = roads;
        this.runs = runs;
        this.origins = origins;
        this.clock = clock;
        this.tileUrl = tileUrl;
    }

    @GetMapping("/plans")
    String list(Model model) {
        model.addAttribute("plans", plans.list());
        return "plans";
    }

    /** @param mode only trips of this mode; absent for all */
    @GetMapping("/plans/{id}")
    String plan(
            @PathVariable long id,
            @RequestParam(required = false) Mode mode,
            Viewer viewer,
            Model model,
            Locale locale) {
        PlanView view = shelf.get(id);
        List<TripRow> trips = view.trips().stream()
                .filter(trip -> mode == null || trip.mode() == mode)
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("closed", closures.of(view, locale));
        model.addAttribute("changed", ReplanPage.changed(shelf, runs, view));
        model.addAttribute(
                "replanAsOf", origins.run(id).map(run -> replanAsOf(view)).orElse(null));
        model.addAttribute("publishes", viewer.role() == Role.DISPATCHER);
        model.addAttribute("mode", mode);
        model.addAttribute("modes", Mode.values());
        model.addAttribute("trips", trips);
        model.addAttribute("totals", TripTotals.of(trips));
        model.addAttribute("remedies", UnservedWords.of(locale));
        model.addAttribute("ran", dispatch.ran(id));
        model.addAttribute("tileUrl", tileUrl);
        return "plan";
    }

    /** Now; looking back at a plan that is over, or ahead to one that lies before us, the moment it was made for. */
    private String replanAsOf(PlanView view) {
        Instant made = view.problem().asOf();
        Instant now = clock.instant();
        boolean over = view.plan().journeys().stream()
                .noneMatch(journey -> journey.legs().get(0).boardAt().isAfter(now));
        return LocalDateTime.ofInstant(over || now.isBefore(made) ? made : now, PlanningProblem.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @GetMapping("/plans/{id}/trips/{vehicle}")
    String trip(@PathVariable long id, @PathVariable String vehicle, Model model, Locale locale) {
        PlanView view = shelf.get(id);
        model.addAttribute("view", view);
        model.addAttribute("closed", closures.of(view, locale));
        model.addAttribute("trip", view.trip(vehicle));
        TripDetail detail = TripDetail.of(view, vehicle);
        model.addAttribute("detail", detail);
        model.addAttribute(
                "why", new Explanations(view.problem(), view.plan()).of(vehicle).orElseThrow(NotFoundException::new));
        model.addAttribute("words", new VehicleWords(view.problem(), locale));
        model.addAttribute("way", way(view, detail));
        model.addAttribute("ran", dispatch.ran(id));
        model.addAttribute("tileUrl", tileUrl);
        return "trip";
    }

    /** Null for trains and flights, and while there are no roads: the notice on top of the page says why. */
    private TripWay way(PlanView view, TripDetail detail) {
        if (detail.trip() == null) {
            return null;
        }
        try {
            return TripWay.of(detail.trip(), new Ways(view.names(), roads.of(view.id())));
        } catch (MapNotReadyException | MapFormatException e) {
            return null;
        }
    }
}
