package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.PinnedByHand;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.Sheet;
import io.chunfeng.desk.StaleDraftException;
import io.chunfeng.run.ForDraft;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 继续优化: plans around what is pinned in a draft, and takes the result into the draft. */
@Controller
class ImprovePage {
    private final Drafts drafts;
    private final PlanningRuns runs;
    private final Audit audit;
    private final MessageSource messages;

    ImprovePage(Drafts drafts, PlanningRuns runs, Audit audit, MessageSource messages) {
        this.drafts = drafts;
        this.runs = runs;
        this.audit = audit;
        this.messages = messages;
    }

    /** @param version of the draft that the desk showed; what it refuses is said on the desk */
    @PostMapping("/drafts/{id}/improve")
    String improve(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "standard.xml") String config,
            @RequestParam(defaultValue = "60") int seconds,
            @RequestParam(defaultValue = "1") long seed,
            Viewer viewer,
            RedirectAttributes said,
            Locale locale) {
        Sheet sheet;
        try {
            sheet = drafts.sheet(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
        if (sheet.draft().version() != version || !sheet.draft().open()) {
            return refused(id, word("improve.stale", locale), said);
        }
        try {
            long run = runs.improve(
                    PinnedByHand.of(sheet), sheet.plan(), new ForDraft(id, version), config, seconds, seed);
            audit.add(viewer, "run.improved", String.valueOf(run), String.valueOf(id));
            return "redirect:/planning/" + run;
        } catch (IllegalArgumentException e) {
            return refused(id, e.getMessage(), said);
        }
    }

    private static String refused(long draft, String words, RedirectAttributes said) {
        said.addFlashAttribute("refusal", words);
        return "redirect:/drafts/" + draft;
    }

    /** 采用到草案. @param version of the draft that the run's page showed */
    @PostMapping("/planning/{id}/draft")
    String adopt(
            @PathVariable long id, @RequestParam int version, Viewer viewer, RedirectAttributes said, Locale locale) {
        PlanningRun run = runs.find(id).orElseThrow(NotFoundException::new);
        if (run.request().draft() == null || run.planId() == null) {
            throw new NotFoundException();
        }
        long draft = run.request().draft().draft();
        try {
            drafts.apply(draft, version, new Operation.Replace(run.planId()), viewer.login());
        } catch (StaleDraftException e) {
            said.addFlashAttribute("refusal", word("improve.stale", locale));
            return "redirect:/planning/{id}?next#next";
        } catch (RefusedOperationException e) {
            said.addFlashAttribute("refusal", word("improve.refused", locale, e.reason()));
            return "redirect:/planning/{id}?next#next";
        }
        audit.add(viewer, "run.adopted", String.valueOf(id), String.valueOf(draft));
        return "redirect:/drafts/" + draft;
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
