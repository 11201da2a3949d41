package io.chunfeng.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Programs that are turned away get a problem (RFC 9457) and never a page. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "no-token",
                "Not signed in",
                "Send 'Authorization: Bearer TOKEN' with a token of your account page that has not expired or been"
                        + " revoked; its account must be neither disabled nor locked.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (SignedIn.now().filter(SignedIn::mustChangePassword).isPresent()) {
            write(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "password-change",
                    "Password must be changed",
                    "Sign in to the pages and change the password first.");
        } else if (Doors.line(request).isEmpty()) {
            write(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "not-found",
                    "Not found",
                    "There is nothing at this address for this method; see /swagger-ui.html.");
        } else {
            write(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "role",
                    "Not allowed",
                    "The role of this token's account may not do this.");
        }
    }

    private static void write(HttpServletResponse response, int status, String type, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = ("{\"type\":\"urn:chunfeng:problem:" + type + "\",\"title\":\"" + title + "\",\"status\":"
                        + status + ",\"detail\":\"" + detail + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
