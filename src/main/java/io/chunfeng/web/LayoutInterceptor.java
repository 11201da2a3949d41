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

    LayoutInterceptor(Attention attention) {
        this.attention = attention;
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
        var notices = error ? List.<Attention.Notice>of() : attention.notices();
        page.addObject("fmt", new Format(locale));
        page.addObject(
                "layout", new Layout(Format.english(locale), switchLanguage(request, locale, error), !error, notices));
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
     */
    record Layout(boolean english, String switchHref, boolean known, List<Attention.Notice> notices) {
        public String lang() {
            return english ? "en" : "zh-CN";
        }
    }
}
