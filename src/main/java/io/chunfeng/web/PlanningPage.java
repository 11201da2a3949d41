package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.RunRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 规划: starts a run, lists the runs, shows one while it runs. */
@Controller
class PlanningPage {
    private static final int LISTED = 30;

    private final DemandRepository demand;
    private final PlanningRuns runs;
    private final PlanClosures closures;
    private final RoadNetwork roads;
    private final Clock clock;
    private final DoubtNotes doubts;
    private final PlaceRepository places;
    private final ScopeWords words;
    private final Audit audit;
    private final DraftResult draftResult;

    PlanningPage(
            DemandRepository demand,
            PlanningRuns runs,
            PlanClosures closures,
            RoadNetwork roads,
            Clock clock,
            DoubtNotes doubts,
            PlaceRepository places,
            ScopeWords words,
            Audit audit,
            DraftResult draftResult) {
        this.demand = demand;
        this.runs = runs;
        this.closures = closures;
        this.roads = roads;
        this.clock = clock;
        this.doubts = doubts;
        this.places = places;
        this.words = words;
        this.audit = audit;
        this.draftResult = draftResult;
    }

    @GetMapping("/planning")
    String show(Model model, Locale locale) {
        PlanningForm form = PlanningForm.defaults(demand.campaign().orElse(null), clock.instant(), runs.configs());
        return page(form, PlanningForm.noErrors(), null, model, locale);
    }

    @PostMapping("/planning")
    String start(
            @ModelAttribute("typed") PlanningForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Map<String, String> errors = PlanningForm.noErrors();
        RunRequest request = form.read(errors);
        if (request == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, errors, null, model, locale);
        }
        try {
            long id = runs.start(request);
            audit.add(viewer, "run.started", String.valueOf(id), words.of(request, Locale.SIMPLIFIED_CHINESE));
            return "redirect:/planning/" + id;
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, errors, e.getMessage(), model, locale);
        }
    }

    @GetMapping("/planning/{id}")
    String run(@PathVariable long id, Model model, Locale locale) {
        PlanningRun run = runs.find(id).orElseThrow(NotFoundException::new);
        model.addAttribute("view", RunView.of(run, runs.pointsAfter(id, 0), clock.instant(), roads.preparing()));
        model.addAttribute("scope", words.of(run.request(), locale));
        model.addAttribute("avoided", closures.avoided(run, locale));
        model.addAttribute("doubts", doubts.of(runs.doubts(run)));
        model.addAttribute("draftResult", draftResult.of(run));
        return "run";
    }

    @PostMapping("/planning/{id}/stop")
    String stop(@PathVariable long id, Viewer viewer) {
        runs.find(id).orElseThrow(NotFoundException::new);
        runs.stop(id);
        audit.add(viewer, "run.stopped", String.valueOf(id), "");
        return "redirect:/planning/" + id;
    }

    /** @param refusal why the run could not be started, in words, or null */
    private String page(PlanningForm form, Map<String, String> errors, String refusal, Model model, Locale locale) {
        List<Group> groups = demand.groups();
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("refusal", refusal);
        model.addAttribute("configs", runs.configs());
        model.addAttribute("campaign", demand.campaign().orElse(null));
        model.addAttribute("any", !groups.isEmpty());
        demand.campaign().ifPresent(c -> {
            List<Group> peak = demand.groupsDeparting(c.peakFrom(), c.peakTo());
            model.addAttribute("peak", OverviewPage.Sum.of(peak));
        });
        List<PlanningRun> listed = runs.recent(LISTED);
        model.addAttribute("runs", listed);
        model.addAttribute(
                "scopes",
                listed.stream().collect(Collectors.toMap(PlanningRun::id, run -> words.of(run.request(), locale))));
        model.addAttribute("choices", ScopeChoices.of(groups, places.all()));
        model.addAttribute("mapPreparing", roads.preparing());
        return "planning";
    }
}
