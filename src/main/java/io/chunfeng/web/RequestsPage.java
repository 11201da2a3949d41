package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.RequestRefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** 变更申请: those that wait for an answer, and the answers. */
@Controller
class RequestsPage {
    private final ChangeRequests requests;
    private final GroupHistory history;
    private final Audit audit;

    RequestsPage(ChangeRequests requests, GroupHistory history, Audit audit) {
        this.requests = requests;
        this.history = history;
        this.audit = audit;
    }

    @GetMapping("/requests")
    String show(Viewer viewer, Model model, Locale locale) {
        List<GroupSheet.RequestLine> lines = requests.open(viewer.scope()).stream()
                .map(request -> new GroupSheet.RequestLine(
                        request,
                        request.wanted() == null
                                ? List.of()
                                : history.differences(request.base(), request.wanted(), locale)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("dispatcher", viewer.role() == Role.DISPATCHER);
        return "requests";
    }

    @PostMapping("/requests/{id}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Runnable deed = () -> requests.accept(id, answer, viewer.actor());
        return done("request.accept", deed, id, answer, viewer, model, response, locale);
    }

    /** @param answer needed: the county has to tell its workers why */
    @PostMapping("/requests/{id}/decline")
    String decline(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        if (answer.isBlank()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return refused("request.error.answer", id, answer, viewer, model, locale);
        }
        Runnable deed = () -> requests.decline(id, answer, viewer.actor());
        return done("request.decline", deed, id, answer, viewer, model, response, locale);
    }

    @PostMapping("/requests/{id}/take-back")
    String takeBack(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response, Locale locale) {
        Runnable deed = () -> requests.takeBack(id, viewer.actor());
        return done("request.takeBack", deed, id, "", viewer, model, response, locale);
    }

    private String done(
            String action,
            Runnable deed,
            long id,
            String answer,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        ChangeRequest request = requests.find(viewer.scope(), id).orElseThrow(NotFoundException::new);
        try {
            deed.run();
        } catch (RequestRefusedException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return refused("request.refused." + e.reason(), id, answer, viewer, model, locale);
        }
        audit.add(viewer, action, request.groupId(), request.kind().name());
        return "redirect:/groups/" + UriUtils.encodePathSegment(request.groupId(), StandardCharsets.UTF_8)
                + "#requests";
    }

    private String refused(String refusal, long id, String answer, Viewer viewer, Model model, Locale locale) {
        model.addAttribute("refusal", refusal);
        model.addAttribute("refused", id);
        model.addAttribute("answer", answer);
        return show(viewer, model, locale);
    }
}
