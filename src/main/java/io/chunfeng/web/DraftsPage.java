package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.desk.Draft;
import io.chunfeng.desk.Drafts;
import io.chunfeng.plan.PlanRepository;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 草案: the list, and making one. */
@Controller
class DraftsPage {
    private final Drafts drafts;
    private final PlanRepository plans;
    private final PlanShelf shelf;
    private final OperationWords words;
    private final Audit audit;

    DraftsPage(Drafts drafts, PlanRepository plans, PlanShelf shelf, OperationWords words, Audit audit) {
        this.drafts = drafts;
        this.plans = plans;
        this.shelf = shelf;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/drafts")
    String list(Model model) {
        model.addAttribute("drafts", drafts.list());
        model.addAttribute(
                "newest",
                plans.list().stream()
                        .findFirst()
                        .map(PlanRepository.Summary::id)
                        .orElse(null));
        model.addAttribute("people", words);
        return "drafts";
    }

    @PostMapping("/plans/{id}/drafts")
    String create(@PathVariable long id, Viewer viewer, Locale locale) {
        shelf.get(id);
        Draft draft = drafts.create(id, words.say("draft.name", locale, String.valueOf(id)), viewer.login());
        audit.add(viewer, "draft.created", String.valueOf(draft.id()), String.valueOf(id));
        return "redirect:/drafts/" + draft.id();
    }
}
