package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 已运行: the mark that makes a trip count in the statistics, at the moment its first passengers left. */
@Controller
class RanMarks {
    private final DispatchRepository dispatch;
    private final PlanShelf shelf;
    private final Clock clock;
    private final MessageSource messages;

    RanMarks(DispatchRepository dispatch, PlanShelf shelf, Clock clock, MessageSource messages) {
        this.dispatch = dispatch;
        this.shelf = shelf;
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * @param ran the new mark; absent takes the mark away, as an unticked box does
     * @param htmx set by htmx: only the cell is sent back
     */
    @PostMapping("/plans/{id}/trips/{vehicle}/ran")
    String mark(
            @PathVariable long id,
            @PathVariable String vehicle,
            @RequestParam(defaultValue = "false") boolean ran,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        TripRow trip = shelf.get(id).trip(vehicle);
        String refusal = change(id, trip, ran, viewer.login(), locale);
        if (htmx == null && refusal == null) {
            return "redirect:/plans/" + id + "#trips";
        }
        Instant marked = dispatch.ran(id).get(vehicle);
        model.addAttribute("planId", id);
        model.addAttribute("trip", trip);
        model.addAttribute("ranAt", marked);
        model.addAttribute("refusal", refusal);
        if (htmx == null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return "ran-refused";
        }
        // status 200 even for a refusal: htmx shows no other answers
        return "fragments/ran :: mark(planId=${planId}, trip=${trip}, ranAt=${ranAt}, refusal=${refusal})";
    }

    /** @return why it was refused, in words, or null */
    private String change(long id, TripRow trip, boolean ran, String login, Locale locale) {
        if (!ran) {
            dispatch.unmarkRan(id, trip.vehicle(), new Author(login, "在方案页面取消已运行标记"));
            return null;
        }
        if (dispatch.ran(id).containsKey(trip.vehicle())) {
            // on a page of before it was reported: who boarded stays as it was counted at the door
            return null;
        }
        if (trip.departure().isAfter(clock.instant())) {
            return messages.getMessage(
                    "ran.notYet", new Object[] {new Format(locale).moment(trip.departure())}, locale);
        }
        try {
            dispatch.markRan(id, trip.vehicle(), trip.departure(), new Author(login, null));
            return null;
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
