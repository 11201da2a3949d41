package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.AssignmentRefusedException;
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
    private final PublicationReview reviews;
    private final Publications publications;
    private final PlanningRuns runs;
    private final ScenarioWords words;
    private final Audit audit;

    PublicationPage(
            PlanShelf shelf,
            PublicationReview reviews,
            Publications publications,
            PlanningRuns runs,
            ScenarioWords words,
            Audit audit) {
        this.shelf = shelf;
        this.reviews = reviews;
        this.publications = publications;
        this.runs = runs;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/plans/{id}/publication")
    String confirm(@PathVariable long id, Model model, Locale locale) {
        PlanView view = shelf.get(id);
        return page(view, reviews.of(view), model, locale);
    }

    private String page(PlanView view, PublicationReview.Review review, Model model, Locale locale) {
        model.addAttribute("view", view);
        model.addAttribute("gaps", words.gaps(runs.gaps(view.id()), locale));
        model.addAttribute("review", review);
        model.addAttribute("preview", review.preview());
        model.addAttribute("newest", publications.newest());
        model.addAttribute(
                "already",
                publications.list().stream()
                        .filter(publication -> publication.planId() == view.id())
                        .findFirst()
                        .orElse(null));
        return "publication";
    }

    /**
     * @param newest number of the newest publication when the confirmation was shown
     * @param seen seal of who drives what, as it was shown; absent where nobody looked
     */
    @PostMapping("/plans/{id}/publication")
    String publish(
            @PathVariable long id,
            @RequestParam int newest,
            @RequestParam(required = false) String seen,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        PlanView view = shelf.get(id);
        PublicationReview.Review review = reviews.of(view);
        String refused = null;
        if (review.blocked()) {
            refused = "publication.blocked";
        } else if (seen != null && !seen.equals(review.seal())) {
            refused = "publication.otherAssignment";
        } else {
            try {
                Publication publication = publications.publish(id, newest, viewer.login(), review.assignments());
                audit.add(viewer, "plan.published", String.valueOf(id), String.valueOf(publication.number()));
                return "redirect:/plans/{id}/publication?published=" + publication.number();
            } catch (StalePublicationException e) {
                model.addAttribute("meanwhile", e.newest());
            } catch (AssignmentRefusedException e) {
                refused = "publication.otherAssignment";
            }
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("refused", refused);
        return page(view, reviews.of(view), model, locale);
    }
}
