package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Effect;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Sheet;
import io.chunfeng.plan.VehicleWords;
import io.chunfeng.web.DraftAnswers.Ask;
import io.chunfeng.web.DraftAnswers.Panel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes to a draft: what one would do, doing it, taking it back. Each names the version that it was made from. */
@Controller
class DraftChanges {
    private final Drafts drafts;
    private final DraftAnswers answers;
    private final OperationWords words;
    private final Audit audit;

    DraftChanges(Drafts drafts, DraftAnswers answers, OperationWords words, Audit audit) {
        this.drafts = drafts;
        this.answers = answers;
        this.words = words;
        this.audit = audit;
    }

    @PostMapping("/drafts/{id}/preview")
    String preview(
            @PathVariable long id,
            @RequestParam int version,
            @ModelAttribute OperationForm form,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Ask ask = new Ask(id, version, htmx, viewer, model, locale, response);
        return answers.answer(ask, form, desk -> {
            Operation operation = form.operation(desk);
            Effect effect = drafts.preview(id, version, operation);
            model.addAttribute("effect", effect);
            model.addAttribute("words", new VehicleWords(effect.problem(), locale));
            model.addAttribute("form", form);
            model.addAttribute("said", words.of(operation, desk.view().plan(), effect.problem(), locale));
            return ask.panel(Panel.EFFECT);
        });
    }

    @PostMapping("/drafts/{id}/apply")
    String apply(
            @PathVariable long id,
            @RequestParam int version,
            @ModelAttribute OperationForm form,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Ask ask = new Ask(id, version, htmx, viewer, model, locale, response);
        return answers.answer(ask, form, desk -> {
            Operation operation = form.operation(desk);
            Sheet sheet = drafts.apply(id, version, operation, viewer.login());
            String said = words.of(operation, desk.view().plan(), sheet.problem(), locale);
            audit.add(viewer, "draft.changed", String.valueOf(id), said);
            return answers.done(ask, "effect.done", said);
        });
    }

    @PostMapping("/drafts/{id}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Ask ask = new Ask(id, version, htmx, viewer, model, locale, response);
        return answers.answer(ask, null, desk -> {
            drafts.undo(id, version, viewer.login());
            audit.add(viewer, "draft.undone", String.valueOf(id), String.valueOf(version));
            return answers.done(ask, "effect.undone", answers.latest(ask));
        });
    }

    @PostMapping("/drafts/{id}/redo")
    String redo(
            @PathVariable long id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Ask ask = new Ask(id, version, htmx, viewer, model, locale, response);
        return answers.answer(ask, null, desk -> {
            drafts.redo(id, version, viewer.login());
            audit.add(viewer, "draft.redone", String.valueOf(id), String.valueOf(version));
            return answers.done(ask, "effect.redone", answers.latest(ask));
        });
    }

    @PostMapping("/drafts/{id}/save")
    String save(
            @PathVariable long id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Ask ask = new Ask(id, version, htmx, viewer, model, locale, response);
        return answers.answer(ask, null, desk -> {
            long plan = drafts.save(id, version, viewer.login());
            audit.add(viewer, "draft.saved", String.valueOf(id), String.valueOf(plan));
            return answers.elsewhere(ask, "/plans/" + plan);
        });
    }

    @PostMapping("/drafts/{id}/drop")
    String drop(
            @PathVariable long id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Ask ask = new Ask(id, version, htmx, viewer, model, locale, response);
        return answers.answer(ask, null, desk -> {
            drafts.drop(id, version, viewer.login());
            audit.add(viewer, "draft.dropped", String.valueOf(id), null);
            return answers.elsewhere(ask, "/drafts");
        });
    }
}
