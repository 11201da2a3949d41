package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.plan.Rules;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.Scenario;
import io.chunfeng.run.ScenarioChange;
import io.chunfeng.run.ScenarioRepository;
import io.chunfeng.run.ScenarioRepository.StaleScenarioException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 情景: what would be, were some things otherwise; planned, compared with its base, adopted or dropped. */
@Controller
class ScenariosPage {
    private static final int LONGEST_NAME = 60;
    private static final int OFFERED = 50;

    private final ScenarioRepository scenarios;
    private final PlanningRuns runs;
    private final PlanShelf shelf;
    private final PlanRepository plans;
    private final PlaceRepository places;
    private final ScenarioWords words;
    private final Audit audit;

    ScenariosPage(
            ScenarioRepository scenarios,
            PlanningRuns runs,
            PlanShelf shelf,
            PlanRepository plans,
            PlaceRepository places,
            ScenarioWords words,
            Audit audit) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.shelf = shelf;
        this.plans = plans;
        this.places = places;
        this.words = words;
        this.audit = audit;
    }

    /** @param newest run of the scenario, or null */
    record Row(Scenario scenario, PlanningRun newest) {}

    @GetMapping("/planning/scenarios")
    String list(Model model) {
        model.addAttribute(
                "rows",
                scenarios.list().stream()
                        .map(scenario -> new Row(
                                scenario,
                                runs.ofScenario(scenario.id()).stream()
                                        .findFirst()
                                        .orElse(null)))
                        .toList());
        model.addAttribute("plans", plans.list().stream().limit(OFFERED).toList());
        return "scenarios";
    }

    @PostMapping("/planning/scenarios")
    String add(@RequestParam long plan, @RequestParam(defaultValue = "") String name, Viewer viewer) {
        shelf.get(plan);
        long id = scenarios.add(named(name, plan), plan, List.of(), viewer.login());
        audit.add(viewer, "scenario.added", String.valueOf(id), String.valueOf(plan));
        return "redirect:/planning/scenarios/" + id;
    }

    /** With its changes; its runs stay with the one that they were made for. */
    @PostMapping("/planning/scenarios/{id}/copy")
    String copy(@PathVariable long id, @RequestParam(defaultValue = "") String name, Viewer viewer) {
        Scenario scenario = find(id);
        long copy = scenarios.add(
                name.isBlank()
                        ? named(scenario.name() + " (2)", scenario.basePlan())
                        : named(name, scenario.basePlan()),
                scenario.basePlan(),
                scenario.changes(),
                viewer.login());
        audit.add(viewer, "scenario.added", String.valueOf(copy), "copy of " + id);
        return "redirect:/planning/scenarios/" + copy;
    }

    private static String named(String typed, long plan) {
        String name = typed.isBlank() ? "#" + plan : typed.strip();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    @GetMapping("/planning/scenarios/{id}")
    String show(@PathVariable long id, Model model, Locale locale) {
        return page(find(id), ScenarioForm.empty(), null, null, model, locale);
    }

    /** @param version of the scenario that the page showed */
    @PostMapping("/planning/scenarios/{id}/changes")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @ModelAttribute("typed") ScenarioForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Scenario scenario = find(id);
        Map<String, Place> all = new TreeMap<>();
        places.all().forEach(place -> all.put(place.id(), place));
        try {
            PlanningProblem problem = shelf.get(scenario.basePlan()).problem();
            for (ScenarioChange change : scenario.changes()) {
                problem = change.applied(problem);
            }
            ScenarioChange change = form.read(problem, all::get);
            change.applied(problem);
            List<ScenarioChange> changes = new ArrayList<>(scenario.changes());
            changes.add(change);
            scenarios.change(id, version, changes);
            audit.add(viewer, "scenario.changed", String.valueOf(id), "+ " + change);
            return "redirect:/planning/scenarios/{id}#changes";
        } catch (ScenarioForm.Wrong e) {
            return refused(scenario, form, e.getMessage(), null, model, response, locale);
        } catch (StaleScenarioException e) {
            return refused(find(id), form, "scenario.error.stale", null, model, response, locale);
        } catch (IllegalArgumentException e) {
            return refused(scenario, form, null, e.getMessage(), model, response, locale);
        }
    }

    @PostMapping("/planning/scenarios/{id}/changes/{index}/remove")
    String remove(
            @PathVariable long id,
            @PathVariable int index,
            @RequestParam int version,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Scenario scenario = find(id);
        List<ScenarioChange> changes = new ArrayList<>(scenario.changes());
        if (index < 0 || index >= changes.size() || version != scenario.version()) {
            return refused(scenario, ScenarioForm.empty(), "scenario.error.stale", null, model, response, locale);
        }
        ScenarioChange removed = changes.remove(index);
        try {
            scenarios.change(id, version, changes);
        } catch (StaleScenarioException e) {
            return refused(find(id), ScenarioForm.empty(), "scenario.error.stale", null, model, response, locale);
        }
        audit.add(viewer, "scenario.changed", String.valueOf(id), "- " + removed);
        return "redirect:/planning/scenarios/{id}#changes";
    }

    @PostMapping("/planning/scenarios/{id}/runs")
    String run(
            @PathVariable long id,
            @RequestParam String config,
            @RequestParam(defaultValue = "0") int seconds,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Scenario scenario = find(id);
        try {
            long seed = runs.ofPlan(scenario.basePlan())
                    .map(run -> run.request().seed())
                    .orElse(1L);
            long run = runs.tryOut(scenario, config, seconds, seed);
            audit.add(viewer, "scenario.run", String.valueOf(id), String.valueOf(run));
            return "redirect:/planning/" + run;
        } catch (IllegalArgumentException e) {
            return refused(scenario, ScenarioForm.empty(), null, e.getMessage(), model, response, locale);
        }
    }

    /** On to publication, where what is not registered is named again. @param run of this scenario */
    @PostMapping("/planning/scenarios/{id}/adopt")
    String adopt(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam long run,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Scenario scenario = find(id);
        Long plan = runs.ofScenario(id).stream()
                .filter(each -> each.id() == run)
                .map(PlanningRun::planId)
                .findFirst()
                .orElse(null);
        if (plan == null) {
            return refused(scenario, ScenarioForm.empty(), "compare.refused.noPlan", null, model, response, locale);
        }
        return closed(scenario, version, plan, viewer, model, response, locale);
    }

    @PostMapping("/planning/scenarios/{id}/drop")
    String drop(
            @PathVariable long id,
            @RequestParam int version,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        return closed(find(id), version, null, viewer, model, response, locale);
    }

    private String closed(
            Scenario scenario,
            int version,
            Long plan,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            scenarios.close(scenario.id(), version, plan);
        } catch (StaleScenarioException e) {
            return refused(
                    find(scenario.id()), ScenarioForm.empty(), "scenario.error.stale", null, model, response, locale);
        }
        audit.add(
                viewer,
                plan == null ? "scenario.dropped" : "scenario.adopted",
                String.valueOf(scenario.id()),
                plan == null ? "" : String.valueOf(plan));
        return plan == null ? "redirect:/planning/scenarios" : "redirect:/plans/" + plan + "/publication";
    }

    private Scenario find(long id) {
        return scenarios.find(id).orElseThrow(NotFoundException::new);
    }

    private String refused(
            Scenario scenario,
            ScenarioForm form,
            String key,
            String words,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        response.setStatus(
                "scenario.error.stale".equals(key)
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_BAD_REQUEST);
        return page(scenario, form, key, words, model, locale);
    }

    /** @param refusal key of a message, or null; @param refusalWords the words themselves, or null */
    private String page(
            Scenario scenario, ScenarioForm form, String refusal, String refusalWords, Model model, Locale locale) {
        PlanView base = shelf.get(scenario.basePlan());
        List<PlanningRun> tried = runs.ofScenario(scenario.id());
        PlanningRun newest =
                tried.stream().filter(run -> run.planId() != null).findFirst().orElse(null);
        model.addAttribute("scenario", scenario);
        model.addAttribute("changes", words.of(scenario.changes(), new Names(places.all()), locale));
        model.addAttribute("base", base);
        model.addAttribute("baseRun", runs.ofPlan(scenario.basePlan()).orElse(null));
        model.addAttribute("runs", tried);
        model.addAttribute("newest", newest);
        model.addAttribute(
                "newestIsOfThis",
                newest != null && newest.request().whatIf().changes().equals(scenario.changes()));
        model.addAttribute("gaps", newest == null ? List.of() : words.gaps(runs.gaps(newest.planId()), locale));
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        model.addAttribute("refusalWords", refusalWords);
        model.addAttribute("kinds", ScenarioForm.Kind.values());
        model.addAttribute("configs", runs.configs());
        model.addAttribute("places", places.all());
        model.addAttribute(
                "settings",
                Arrays.stream(RuleSetting.values())
                        .map(setting -> Map.of(
                                "name", setting.name(),
                                "title", words.setting(setting, locale),
                                "usual", words.value(setting, setting.of(Rules.DEFAULT), locale)))
                        .toList());
        return "scenario";
    }
}
