package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.desk.DraftStep;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.StaleDraftException;
import io.chunfeng.plan.VehicleWords;
import io.chunfeng.web.OperationForm.BadFormException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The effect panel: what is said to whoever changes a draft, alone for htmx and as a page of its own else. */
@Component
class DraftAnswers {
    private static final int UNPROCESSABLE = 422;

    private final Drafts drafts;
    private final DraftShelf desks;
    private final OperationWords words;

    DraftAnswers(Drafts drafts, DraftShelf desks, OperationWords words) {
        this.drafts = drafts;
        this.desks = desks;
        this.words = words;
    }

    /** What the panel shows. */
    enum Panel {
        EFFECT,
        DONE,
        STALE,
        GONE,
        REFUSED
    }

    /**
     * A request to change a draft.
     *
     * @param version that it was made from
     * @param htmx header of htmx; null for a form that a browser sends by itself
     */
    record Ask(
            long id,
            int version,
            String htmx,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {

        String panel(Panel panel) {
            model.addAttribute("panel", panel);
            return htmx == null ? "draft-answer" : "fragments/desk-effect :: effect";
        }
    }

    /**
     * Takes the steps, or says why they are not taken.
     *
     * @param form of a change; null for what is done to the whole draft
     */
    String answer(Ask ask, OperationForm form, Function<DeskView, String> steps) {
        DeskView desk = desks.get(ask.id);
        ask.model.addAttribute("desk", desk);
        ask.model.addAttribute("words", new VehicleWords(desk.view().problem(), ask.locale));
        try {
            if (desk.changeable() && desk.draft().version() != ask.version) {
                throw new StaleDraftException(desk.draft().version());
            }
            return steps.apply(desk);
        } catch (StaleDraftException e) {
            return stale(ask, form);
        } catch (RefusedOperationException e) {
            boolean broken = e.reason() == RefusedOperationException.Reason.BROKEN;
            ask.model.addAttribute("broken", broken ? desk.broken() : List.of());
            return refused(ask, words.say("draft.refused." + e.reason(), ask.locale, String.join("、", e.details())));
        } catch (BadFormException e) {
            return refused(ask, words.say(e.key(), ask.locale, e.detail()));
        }
    }

    private static String refused(Ask ask, String refusal) {
        ask.response.setStatus(UNPROCESSABLE);
        ask.model.addAttribute("refusal", refusal);
        return ask.panel(Panel.REFUSED);
    }

    /** What was done meanwhile, and the same form for the draft as it is now. */
    private String stale(Ask ask, OperationForm form) {
        ask.response.setStatus(HttpServletResponse.SC_CONFLICT);
        DeskView now = desks.get(ask.id);
        OperationForm again = form == null ? null : form.movedTo(now.view().plan());
        ask.model.addAttribute("desk", now);
        ask.model.addAttribute("form", again);
        ask.model.addAttribute(
                "since",
                drafts.steps(ask.id, ask.version).stream()
                        .map(step -> words.said(step, now.view().problem(), ask.locale))
                        .toList());
        return ask.panel(form != null && again == null ? Panel.GONE : Panel.STALE);
    }

    /** @param key of a message with what was done as its argument */
    String done(Ask ask, String key, String said) {
        if (ask.htmx == null) {
            return "redirect:/drafts/" + ask.id;
        }
        ask.response.setHeader("HX-Trigger", "desk-changed");
        ask.model.addAttribute("done", words.say(key, ask.locale, said));
        return ask.panel(Panel.DONE);
    }

    /** What the latest step was about. */
    String latest(Ask ask) {
        List<DraftStep> steps = drafts.steps(ask.id, ask.version);
        return steps.isEmpty()
                ? ""
                : words.of(
                        steps.get(steps.size() - 1).operation(),
                        null,
                        desks.get(ask.id).view().problem(),
                        ask.locale);
    }

    /** The draft is closed: its page says nothing more. */
    String elsewhere(Ask ask, String path) {
        if (ask.htmx == null) {
            return "redirect:" + path;
        }
        ask.response.setHeader("HX-Redirect", path);
        ask.model.addAttribute("done", "");
        return ask.panel(Panel.DONE);
    }
}
