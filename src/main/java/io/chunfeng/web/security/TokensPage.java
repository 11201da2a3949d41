package io.chunfeng.web.security;

import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.ApiTokens.Refusal;
import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** API 令牌 of one's own account. */
@Controller
class TokensPage {
    private static final String USUAL_DAYS = "90";

    private final ApiTokens tokens;
    private final Clock clock;

    TokensPage(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/account/tokens")
    String show(Viewer viewer, @RequestParam(required = false) String revoked, Model model) {
        model.addAttribute("revoked", revoked != null);
        return page(viewer, "", USUAL_DAYS, model);
    }

    /** Shown in the answer itself and nowhere else: not in an address, a session or a log. */
    @PostMapping("/account/tokens")
    String make(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = USUAL_DAYS) String days,
            @RequestParam(defaultValue = "false") boolean manifests,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        int number = days.strip().matches("\\d{1,4}") ? Integer.parseInt(days.strip()) : 0;
        Optional<Refusal> refusal = tokens.refusal(viewer.login(), name, number);
        if (refusal.isPresent()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", refusal.get());
            return page(viewer, name, days, model);
        }
        boolean clear = manifests && mayReadManifests(viewer);
        model.addAttribute("made", tokens.make(viewer.login(), name, number, clear, request.getRemoteAddr()));
        response.setHeader("Cache-Control", "no-store");
        return page(viewer, "", USUAL_DAYS, model);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    Object revoke(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        tokens.revoke(viewer.login(), id, request.getRemoteAddr());
        return SignInPage.redirect("/account/tokens?revoked");
    }

    private String page(Viewer viewer, String name, String days, Model model) {
        model.addAttribute("tokens", tokens.of(viewer.login()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("name", name);
        model.addAttribute("days", days);
        model.addAttribute("mostDays", ApiTokens.MOST_DAYS);
        model.addAttribute("mostActive", ApiTokens.MOST_ACTIVE);
        model.addAttribute("manifests", mayReadManifests(viewer));
        return "tokens";
    }

    private static boolean mayReadManifests(Viewer viewer) {
        return viewer.role() == Role.COUNTY || viewer.role() == Role.DISPATCHER;
    }
}
