package io.chunfeng.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Holds requests to {@link Access}. Whoever must change their password gets no further than the page for it. */
public final class Doors implements AuthorizationManager<RequestAuthorizationContext> {
    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(passed(request.getDispatcherType()) || open(request, authentication));
    }

    /** Error pages, and the second half of answers that were begun when the door was open. */
    private static boolean passed(DispatcherType type) {
        return type == DispatcherType.ERROR || type == DispatcherType.ASYNC;
    }

    private static boolean open(HttpServletRequest request, Supplier<? extends Authentication> authentication) {
        Optional<Access.Line> line = line(request);
        if (line.isEmpty()) {
            return false;
        }
        return line.get().open()
                || SignedIn.of(authentication.get())
                        .filter(signedIn ->
                                line.get().roles().contains(signedIn.viewer().role()))
                        .filter(signedIn -> !signedIn.mustChangePassword() || remains(path(request)))
                        .isPresent();
    }

    static boolean remains(String path) {
        return path.equals("/account") || path.equals("/session") || path.equals("/sign-out");
    }

    static Optional<Access.Line> line(HttpServletRequest request) {
        return Access.line(
                request.getMethod(),
                RequestPath.parse(request.getRequestURI(), request.getContextPath())
                        .pathWithinApplication());
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
