package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.StalePublicationException;
import io.chunfeng.run.PlanningRuns;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 发布: what publishing a plan would do, and doing it. */
@Controller
class PublicationPage {
    private final PlanShelf shelf;
    private final Publications publications;
    private final PlanningRuns runs;
    private final ScenarioWords words;
    private final Audit audit;

    PublicationPage(PlanShelf shelf, Publications publications, PlanningRuns runs, ScenarioWords words, Audit audit) {
        this.shelf = shelf;
        this.publications = publications;
        this.runs = runs;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/plans/{id}/publication")
    String confirm(@PathVariable long id, Model model, Locale locale) {
        model.addAttribute("view", shelf.get(id));
        model.addAttribute("gaps", words.gaps(runs.gaps(id), locale));
        model.addAttribute("preview", publications.preview(id));
        model.addAttribute("newest", publications.newest());
        model.addAttribute(
                "already",
                publications.list().stream()
                        .filter(publication -> publication.planId() == id)
                        .findFirst()
                        .orElse(null));
        return "publication";
    }

    /** @param newest number of the newest publication when the confirmation was shown */
    @PostMapping("/plans/{id}/publication")
    String publish(
            @PathVariable long id,
            @RequestParam int newest,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        shelf.get(id);
        try {
            Publication publication = publications.publish(id, newest, viewer.login());
            audit.add(viewer, "plan.published", String.valueOf(id), String.valueOf(publication.number()));
            return "redirect:/plans/{id}/publication?published=" + publication.number();
        } catch (StalePublicationException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("meanwhile", e.newest());
            return confirm(id, model, locale);
        }
    }
}
