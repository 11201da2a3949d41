package io.chunfeng.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page somebody wanted when they were asked to sign in. Only ever a page of ours. */
final class Back {
    private static final int LONGEST = 2000;
    /** One slash, then no second one and no backslash, which browsers take for one; printable ASCII throughout. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private Back() {}

    static Optional<String> safe(String back) {
        return Optional.ofNullable(back)
                .filter(path -> path.length() <= LONGEST)
                .filter(path -> OURS.matcher(path).matches())
                .filter(path -> !path.startsWith("/sign-in") && !path.startsWith("/session-ended"));
    }

    /** The page that is asked for. */
    static String of(HttpServletRequest request) {
        String path = Doors.path(request);
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    /** The page that htmx says it is on. */
    static String current(HttpServletRequest request) {
        try {
            URI page = URI.create(
                    Optional.ofNullable(request.getHeader("HX-Current-URL")).orElse(""));
            String path = Optional.ofNullable(page.getRawPath())
                    .orElse("")
                    .replaceFirst("^" + Pattern.quote(request.getContextPath()), "");
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static String parameter(String back) {
        return safe(back)
                .filter(path -> !path.equals("/"))
                .map(path -> "back=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .orElse("");
    }
}
