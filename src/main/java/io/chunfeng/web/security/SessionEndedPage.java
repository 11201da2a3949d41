package io.chunfeng.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Answers a form that came after its session had ended. Nothing was done with it; what was typed is shown, to be copied.
 * Reached by {@link Refusals} only. Pages with JavaScript ask before they send, and get here seldom.
 */
@Controller
class SessionEndedPage {
    private static final Set<String> NOT_SHOWN = Set.of("_csrf", "password", "current", "wanted", "repeated", "token");

    /** Whether somebody is still signed in, and the token that forms of an older page need by now. */
    @GetMapping(path = "/session", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String token(CsrfToken token) {
        return token.getToken();
    }

    record Typed(String field, String value) {}

    @RequestMapping("/session-ended")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        List<Typed> typed = new ArrayList<>();
        request.getParameterMap().forEach((field, values) -> {
            for (String value : values) {
                if (!NOT_SHOWN.contains(field) && !value.isBlank()) {
                    typed.add(new Typed(field, value));
                }
            }
        });
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("typed", typed);
        return "session-ended";
    }
}
