package io.chunfeng.web;

import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.NothingClosedException;
import io.chunfeng.road.StoredClosure;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 封路: lists closures, shows what a new one would change, keeps and lifts them. */
@Controller
class ClosuresPage {
    private final ClosureRepository closures;
    private final ClosurePreviews previews;
    private final ClosureWords words;
    private final DemandRepository demand;
    private final PlaceRepository places;
    private final Clock clock;
    private final String tileUrl;

    ClosuresPage(
            ClosureRepository closures,
            ClosurePreviews previews,
            ClosureWords words,
            DemandRepository demand,
            PlaceRepository places,
            Clock clock,
            @Value("${chunfeng.tile-url:}") String tileUrl) {
        this.closures = closures;
        this.previews = previews;
        this.words = words;
        this.demand = demand;
        this.places = places;
        this.clock = clock;
        this.tileUrl = tileUrl;
    }

    @GetMapping("/closures")
    String show(
            @RequestParam(required = false) Long kept,
            @RequestParam(required = false) Long lifted,
            Model model,
            Locale locale) {
        model.addAttribute("kept", kept);
        model.addAttribute("lifted", lifted);
        return show(model, locale);
    }

    private String show(Model model, Locale locale) {
        return page(ClosureForm.defaults(demand.campaign().orElse(null), clock.instant()), model, locale);
    }

    /** @param keep whether it is kept; otherwise only shown */
    @PostMapping("/closures")
    String typed(
            @ModelAttribute("typed") ClosureForm form,
            @RequestParam(defaultValue = "false") boolean keep,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        FieldErrors errors = new FieldErrors();
        Closure closure = form.read(new PlaceChoice(places.all()), errors);
        try {
            if (closure != null) {
                previews.requireRoads(closure);
                if (keep) {
                    return "redirect:/closures?kept=" + closures.add(closure);
                }
                model.addAttribute("preview", previews.of(closure, locale));
                return page(form, model, locale);
            }
        } catch (NothingClosedException e) {
            errors.add(form.extentField(), "closure.error.nothing", e.getMessage());
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return page(form, model, locale);
    }

    @PostMapping("/closures/{id}/lift")
    String lift(@PathVariable long id, Model model, HttpServletResponse response, Locale locale) {
        closures.find(id).orElseThrow(NotFoundException::new);
        try {
            closures.lift(id);
            return "redirect:/closures?lifted=" + id;
        } catch (IllegalStateException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refusal", e.getMessage());
            return show(model, locale);
        }
    }

    private String page(ClosureForm form, Model model, Locale locale) {
        List<StoredClosure> all = closures.list();
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FieldErrors());
        }
        model.addAttribute("form", form);
        model.addAttribute("places", new PlaceChoice(places.all()).options());
        model.addAttribute("closures", words.rows(all, locale));
        model.addAttribute("tileUrl", tileUrl);
        return "closures";
    }
}
