package io.chunfeng.web;

import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.VehicleWords;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** How else the people of one journey could travel: worked out when somebody asks. */
@Controller
class AlternativesPage {
    private final PlanShelf shelf;
    private final Alternatives alternatives;

    AlternativesPage(PlanShelf shelf, Alternatives alternatives) {
        this.shelf = shelf;
        this.alternatives = alternatives;
    }

    /**
     * @param journey index in the plan's journeys
     * @param htmx set by htmx: only the table is sent back
     */
    @GetMapping("/plans/{id}/journeys/{journey}/alternatives")
    String alternatives(
            @PathVariable long id,
            @PathVariable int journey,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Model model,
            Locale locale) {
        PlanView view = shelf.get(id);
        if (journey < 0 || journey >= view.plan().journeys().size()) {
            throw new NotFoundException();
        }
        Plan.Journey part = view.plan().journeys().get(journey);
        model.addAttribute("planId", id);
        model.addAttribute("journey", part);
        model.addAttribute("pinned", view.problem().pinned().journeys().contains(part));
        model.addAttribute("found", alternatives.of(view.problem(), view.plan(), journey));
        model.addAttribute("words", new VehicleWords(view.problem(), locale));
        return htmx == null ? "alternatives" : "fragments/alternatives :: list";
    }
}
