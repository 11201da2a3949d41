package io.chunfeng.web.security;

import io.chunfeng.account.Viewer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What whoever is turned away is told: a page to sign in, or why not. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (byHtmx(request)) {
            response.setHeader("HX-Redirect", signIn(request, "ended", Back.parameter(Back.current(request))));
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (asksForAPage(request)) {
            response.sendRedirect(signIn(request, "", Back.parameter(Back.of(request))));
        } else if (sendsAForm(request)) {
            ended(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Somebody is, but may not; or the form is from before they signed in. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        Optional<SignedIn> signedIn = SignedIn.now();
        if (cause instanceof CsrfException) {
            stale(request, response, signedIn.isPresent());
        } else if (signedIn.filter(SignedIn::mustChangePassword).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/account");
        } else if (Doors.path(request).equals("/")) {
            Viewer viewer = signedIn.orElseThrow().viewer();
            response.sendRedirect(request.getContextPath() + Access.home(viewer.role()));
        } else if (Doors.line(request).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void stale(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException, ServletException {
        if (Doors.path(request).equals("/sign-in")) {
            response.sendRedirect(signIn(request, "stale", Back.parameter(request.getParameter("back"))));
        } else if (byHtmx(request)) {
            response.setHeader(
                    signedIn ? "HX-Refresh" : "HX-Redirect",
                    signedIn ? "true" : signIn(request, "ended", Back.parameter(Back.current(request))));
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (sendsAForm(request)) {
            ended(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What was typed is shown again, so that it is not lost with the session. */
    private static void ended(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getRequestDispatcher("/session-ended").forward(request, response);
    }

    private static String signIn(HttpServletRequest request, String why, String back) {
        String query = why.isEmpty() || back.isEmpty() ? why + back : why + "&" + back;
        return request.getContextPath() + "/sign-in" + (query.isEmpty() ? "" : "?" + query);
    }

    private static boolean byHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean asksForAPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && accepts(request, MediaType.TEXT_HTML_VALUE);
    }

    private static boolean sendsAForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && accepts(request, MediaType.TEXT_HTML_VALUE);
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                .filter(accepted -> accepted.contains(type))
                .isPresent();
    }
}
