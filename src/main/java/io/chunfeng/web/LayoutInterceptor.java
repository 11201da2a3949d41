package io.chunfeng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
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
        List<Attention.Notice> notices = noNotices ? List.of() : noticesElsewhere(request);
        page.addObject("fmt", new Format(locale));
        page.addObject(
                "layout",
                new Layout(
                        Format.english(locale),
                        switchLanguage(request, locale, error),
                        !error,
                        map.now(locale),
                        notices));
    }

    /** What a live page shows itself, the line above it would soon show wrong. */
    private List<Attention.Notice> noticesElsewhere(HttpServletRequest request) {
        String here = request.getRequestURI().substring(request.getContextPath().length());
        return attention.notices().stream()
                .filter(notice -> !notice.href().equals(here))
                .toList();
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
     */
    record Layout(
            boolean english,
            String switchHref,
            boolean known,
            MapNotices.MapNotice map,
            List<Attention.Notice> notices) {
        public String lang() {
            return english ? "en" : "zh-CN";
        }
    }
}
