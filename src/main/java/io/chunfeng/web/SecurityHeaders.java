package io.chunfeng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing is loaded from elsewhere but map tiles, and these only from the address that the operator has set. */
@Component
class SecurityHeaders extends OncePerRequestFilter {
    private final String policy;

    SecurityHeaders(@Value("${chunfeng.tile-url:}") String tileUrl) {
        policy = "default-src 'self'; img-src 'self' data:" + tileOrigin(tileUrl)
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        chain.doFilter(request, response);
    }

    /** The origin of {@code https://{s}.tiles.example/{z}/{x}/{y}.png} is {@code https://*.tiles.example}. */
    private static String tileOrigin(String tileUrl) {
        if (tileUrl.isBlank()) {
            return "";
        }
        String plain = tileUrl.replace("{s}", "s-placeholder").replaceAll("\\{[^}]*}", "0");
        URI uri = URI.create(plain);
        return " " + uri.getScheme() + "://" + uri.getAuthority().replace("s-placeholder", "*");
    }
}
