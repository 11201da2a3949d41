package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.web.security.Access;
import io.chunfeng.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Adds what every page shows: {@code layout} (language switch, what needs a hand) and {@code fmt}. */
@Component
class LayoutInterceptor implements HandlerInterceptor {
    private final Attention attention;
    private final MapNotices map;

    LayoutInterceptor(Attention attention, MapNotices map) {
        this.attention = attention;
        this.map = map;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        Locale locale = LocaleContextHolder.getLocale();
        boolean error = page.getViewName().startsWith("error");
        // An error page must not fail for the same reason as the page it stands for.
        boolean noNotices = error || page.getViewName().startsWith("fragments/");
        Viewer viewer = SignedIn.now().map(SignedIn::viewer).orElse(null);
        List<Attention.Notice> notices =
                noNotices || viewer == null ? List.of() : noticesElsewhere(request, viewer.role());
        page.addObject("fmt", new Format(locale));
        page.addObject(
                "layout",
                new Layout(
                        Format.english(locale),
                        switchLanguage(request, locale, error),
                        !error && viewer != null,
                        viewer == null ? null : map.now(locale),
                        notices,
                        viewer,
                        viewer == null ? List.of() : Navigation.of(viewer.role()),
                        viewer == null ? null : formToken(request)));
    }

    /** What a live page shows itself, the line above it would soon show wrong; who cannot act is not urged to. */
    private List<Attention.Notice> noticesElsewhere(HttpServletRequest request, Role role) {
        String here = request.getRequestURI().substring(request.getContextPath().length());
        return attention.notices(role).stream()
                .filter(notice -> !notice.href().equals(here))
                .filter(notice ->
                        notice.urgent() ? Access.mayChange(role, notice.href()) : Access.mayRead(role, notice.href()))
                .toList();
    }

    /** What htmx sends with each change, as JSON. */
    private static String formToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? "{\"" + token.getHeaderName() + "\":\"" + token.getToken() + "\"}"
                : null;
    }

    private static String switchLanguage(HttpServletRequest request, Locale locale, boolean error) {
        String other = Format.english(locale) ? "zh-CN" : "en";
        if (error) {
            return request.getContextPath() + "/?lang=" + other;
        }
        var address = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", other)
                .build(true);
        return address.getQuery() == null ? address.getPath() : address.getPath() + "?" + address.getQuery();
    }

    /**
     * @param switchHref this page in the other language
     * @param known whether notices were looked for at all
     * @param map null when it is ready
     * @param viewer null when nobody is signed in
     * @param nav pages that the viewer may enter
     * @param headers of htmx, or null
     */
    record Layout(
            boolean english,
            String switchHref,
            boolean known,
            MapNotices.MapNotice map,
            List<Attention.Notice> notices,
            Viewer viewer,
            List<Navigation.Item> nav,
            String headers) {
        /** Whether the viewer's role may send a form there. */
        public boolean mayChange(String path) {
            return viewer != null && Access.mayChange(viewer.role(), path);
        }

        public String lang() {
            return english ? "en" : "zh-CN";
        }
    }
}
