package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Moves;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.RequestRefusedException;
import io.chunfeng.demand.StaleRegistrationException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一个团组: its state, trips, requests and history; for its county and for the dispatcher. */
@Controller
class GroupPage {
    private final GroupSheet sheets;
    private final RegistrationRepository registrations;
    private final ChangeRequests requests;
    private final ManifestBoxes manifests;
    private final Audit audit;

    GroupPage(
            GroupSheet sheets,
            RegistrationRepository registrations,
            ChangeRequests requests,
            ManifestBoxes manifests,
            Audit audit) {
        this.sheets = sheets;
        this.registrations = registrations;
        this.requests = requests;
        this.manifests = manifests;
        this.audit = audit;
    }

    @GetMapping("/groups/{id}")
    String show(@PathVariable String id, Viewer viewer, Model model, Locale locale) {
        return page(sheets.of(viewer, id, locale), null, "", viewer, model);
    }

    /** @param note why, for the history; what is typed stays on the page when somebody else was faster */
    @PostMapping("/groups/{id}/move")
    String move(
            @PathVariable String id,
            @RequestParam GroupState to,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        GroupSheet.Sheet sheet = sheets.of(viewer, id, locale);
        String refusal;
        if (sentBack(sheet.registration().state(), to, viewer) && note.isBlank()) {
            refusal = "move.refused.reason";
        } else {
            try {
                registrations.apply(List.of(new RegistrationChange.Move(id, to, version, note)), viewer.actor());
                audit.add(viewer, "group.moved", id, sheet.registration().state() + " → " + to);
                return "redirect:/groups/{id}";
            } catch (StaleRegistrationException e) {
                refusal = "move.refused.stale";
            } catch (ForbiddenMoveException e) {
                refusal = "move.refused.state";
            }
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("refusal", refusal);
        return page(sheets.of(viewer, id, locale), null, note, viewer, model);
    }

    private static boolean sentBack(GroupState from, GroupState to, Viewer viewer) {
        return viewer.role() == Role.DISPATCHER && to == GroupState.DRAFT && from != GroupState.DRAFT;
    }

    @PostMapping("/groups/{id}/requests")
    String ask(
            @PathVariable String id,
            @ModelAttribute("typed") RequestForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        GroupSheet.Sheet sheet = sheets.of(viewer, id, locale);
        FieldErrors errors = new FieldErrors();
        ChangeRequest.Ask ask = form.read(sheet.registration().group(), errors);
        if (ask != null) {
            try {
                requests.file(List.of(ask), viewer.actor());
                audit.add(viewer, "request.filed", id, ask.kind().name());
                return "redirect:/groups/{id}#requests";
            } catch (RequestRefusedException e) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("refusal", "request.refused." + e.reason());
            }
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("errors", errors);
        return page(sheets.of(viewer, id, locale), form, "", viewer, model);
    }

    private String page(GroupSheet.Sheet sheet, RequestForm form, String note, Viewer viewer, Model model) {
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FieldErrors());
        }
        GroupState state = sheet.registration().state();
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "manifestBox", manifests.of(viewer, sheet.registration().group()));
        model.addAttribute("note", note);
        model.addAttribute(
                "form", form == null ? RequestForm.of(sheet.registration().group()) : form);
        model.addAttribute("choices", RequestForm.Choice.values());
        model.addAttribute("dispatcher", viewer.role() == Role.DISPATCHER);
        model.addAttribute(
                "editable", viewer.role() == Role.COUNTY && Moves.allowed(Party.COUNTY, state, GroupState.SUBMITTED));
        model.addAttribute(
                "moves",
                Stream.of(GroupState.SUBMITTED, GroupState.ACCEPTED, GroupState.DRAFT, GroupState.WITHDRAWN)
                        .filter(to -> to != state && state != GroupState.PUBLISHED)
                        // handed in anew with other figures, which is another page's work
                        .filter(to -> to != GroupState.SUBMITTED || !Moves.TAKEN.contains(state))
                        .filter(to -> Moves.allowed(viewer.actor().party(), state, to))
                        .toList());
        return "group";
    }
}
