package io.chunfeng.web.security;

import io.chunfeng.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends what a browser is signed in with. */
@Component
class SessionStart {
    private final SecurityContextRepository sessions;

    SessionStart(SecurityContextRepository sessions) {
        this.sessions = sessions;
    }

    /** Always a session of its own: whoever planted the one before, or its token for forms, holds nothing now. */
    void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.of(account).authentication());
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
