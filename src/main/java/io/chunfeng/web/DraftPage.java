package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.desk.Drafts;
import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.VehicleWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** 调度台 of a draft: what is on it, and what others have changed meanwhile. */
@Controller
class DraftPage {
    private final DraftShelf desks;
    private final Drafts drafts;
    private final DeskFiles files;
    private final PlanRoads roads;
    private final Alternatives alternatives;
    private final OperationWords words;
    private final JsonMapper json = JsonMapper.builder().build();

    DraftPage(
            DraftShelf desks,
            Drafts drafts,
            DeskFiles files,
            PlanRoads roads,
            Alternatives alternatives,
            OperationWords words) {
        this.desks = desks;
        this.drafts = drafts;
        this.files = files;
        this.roads = roads;
        this.alternatives = alternatives;
        this.words = words;
    }

    @GetMapping("/drafts/{id}")
    String desk(@PathVariable long id, Model model, Locale locale) {
        DeskView desk = desks.get(id);
        files.page(desk, model, locale);
        model.addAttribute("steps", history(desk, locale));
        return "desk";
    }

    @GetMapping("/drafts/{id}/side")
    String side(@PathVariable long id, Model model, Locale locale) {
        DeskView desk = desks.get(id);
        files.side(desk, model, locale);
        model.addAttribute("steps", history(desk, locale));
        return "fragments/desk-side :: side";
    }

    /** Newest first. */
    private List<OperationWords.Said> history(DeskView desk, Locale locale) {
        List<OperationWords.Said> said =
                new ArrayList<>(drafts.steps(desk.draft().id(), 0).stream()
                        .map(step -> words.said(step, desk.view().problem(), locale))
                        .toList());
        Collections.reverse(said);
        return said;
    }

    @GetMapping("/drafts/{id}/data.json")
    ResponseEntity<byte[]> data(@PathVariable long id, Locale locale) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(files.data(desks.get(id), locale));
    }

    @GetMapping("/drafts/{id}/trips/{vehicle}")
    String trip(
            @PathVariable long id,
            @PathVariable String vehicle,
            @RequestHeader(name = "X-Part", required = false) String part,
            Model model,
            Locale locale) {
        DeskView desk = desks.get(id);
        files.trip(desk, vehicle, model, locale);
        model.addAttribute(
                "others", DraftPart.others(desk.view().plan(), desk.view().rides(vehicle)));
        model.addAttribute(
                "parts",
                desk.view().rides(vehicle).stream()
                        .map(ride ->
                                DraftPart.of(desk.view().plan(), desk.view().journey(ride)))
                        .toList());
        return part == null ? "redirect:/drafts/{id}?trip={vehicle}" : "fragments/desk-trip :: trip";
    }

    /** @param mine made by whoever asks */
    record News(int version, boolean mine, String words, List<String> vehicles) {}

    @GetMapping("/drafts/{id}/steps")
    @ResponseBody
    List<News> steps(@PathVariable long id, @RequestParam int after, Viewer viewer, Locale locale) {
        var steps = drafts.steps(id, after);
        if (steps.isEmpty()) {
            return List.of();
        }
        DeskView desk = desks.get(id);
        return steps.stream()
                .map(step -> words.said(step, desk.view().problem(), locale))
                .map(said ->
                        new News(said.version(), said.login().equals(viewer.login()), said.news(), said.vehicles()))
                .toList();
    }

    @GetMapping("/drafts/{id}/journeys/{journey}/alternatives")
    String alternatives(
            @PathVariable long id,
            @PathVariable int journey,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Model model,
            Locale locale) {
        DeskView desk = desks.get(id);
        PlanView view = desk.view();
        if (journey < 0 || journey >= view.plan().journeys().size()) {
            throw new NotFoundException();
        }
        Plan.Journey part = view.plan().journeys().get(journey);
        boolean pinned = view.problem().pinned().journeys().contains(part)
                || part.legs().stream().anyMatch(leg -> desk.pinned().contains(leg.vehicle()));
        model.addAttribute("planId", view.id());
        model.addAttribute("journey", part);
        model.addAttribute("part", DraftPart.of(view.plan(), journey));
        model.addAttribute("desk", desk);
        model.addAttribute("pinned", pinned);
        model.addAttribute("found", pinned ? List.of() : alternatives.of(view.problem(), view.plan(), journey));
        model.addAttribute("words", new VehicleWords(view.problem(), locale));
        return htmx == null ? "alternatives" : "fragments/alternatives :: list";
    }

    /** The line of one trip along the roads. */
    @GetMapping("/drafts/{id}/routes.geojson")
    ResponseEntity<byte[]> route(
            @PathVariable long id, @RequestParam String vehicle, @RequestParam(defaultValue = "11") String zoom) {
        PlanView view = desks.get(id).view();
        view.trip(vehicle);
        Optional<Zoom> level = Zoom.of(zoom);
        Ways ways = new Ways(view.names(), roads.of(view.id()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .body(json.writeValueAsBytes(
                        new RouteMap(view, ways, level.orElse(Zoom.USUAL)).featureCollection(vehicle)));
    }
}
