package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.RequestRefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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

    /** @param answer needed to decline, welcome otherwise */
    @PostMapping("/requests/{id}/{act:accept|decline|take-back}")
    String answer(
            @PathVariable long id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        ChangeRequest request = requests.find(viewer.scope(), id).orElseThrow(NotFoundException::new);
        if (act.equals("decline") && answer.isBlank()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return refused("request.error.answer", id, answer, viewer, model, locale);
        }
        try {
            switch (act) {
                case "accept" -> requests.accept(id, answer, viewer.actor());
                case "decline" -> requests.decline(id, answer, viewer.actor());
                default -> requests.takeBack(id, viewer.actor());
            }
        } catch (RequestRefusedException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return refused("request.refused." + e.reason(), id, answer, viewer, model, locale);
        }
        audit.add(viewer, "request." + act, request.groupId(), request.kind().name());
        return "redirect:/groups/" + request.groupId() + "#requests";
    }

    private String refused(String refusal, long id, String answer, Viewer viewer, Model model, Locale locale) {
        model.addAttribute("refusal", refusal);
        model.addAttribute("refused", id);
        model.addAttribute("answer", answer);
        return show(viewer, model, locale);
    }
}
