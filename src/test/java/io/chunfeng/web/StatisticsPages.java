package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.NothingEntered;
import io.chunfeng.statistics.ShippedTemplates;
import io.chunfeng.statistics.TableService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The statistics pages with real templates, layout and words, over trips in memory, long after the campaign. */
final class StatisticsPages {
    private StatisticsPages() {}

    static MockMvc of(List<RanTrip> trips, Locale locale) {
        TripsInMemory ledger = new TripsInMemory(trips);
        ShippedTemplates templates = new ShippedTemplates();
        CurrentTables tables = new CurrentTables(
                templates,
                new TableService(templates, ledger, new NothingEntered()),
                ledger,
                CountingSettings.DEFAULT,
                Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC));
        StatisticsPage page = new StatisticsPage(tables);
        return MockMvcBuilders.standaloneSetup(page)
                .setCustomArgumentResolvers(new Reporter())
                .setViewResolvers(views())
                .addInterceptors(new Layout(locale))
                .build();
    }

    private static final Viewer REPORTER = new Viewer("reporter", "统计员", Role.REPORTER, Set.of(), null);

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setMessageSource(WebConfiguration.messageSource());
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return views;
    }

    /** Who asks. */
    private static final class Reporter implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Viewer.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer page,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return REPORTER;
        }
    }

    /** What the layout needs, without the notices of other parts. */
    private record Layout(Locale locale) implements HandlerInterceptor {
        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
            if (page != null) {
                page.addObject("fmt", new Format(locale));
                page.addObject(
                        "layout",
                        new LayoutInterceptor.Layout(
                                Format.english(locale),
                                "/",
                                false,
                                null,
                                List.of(),
                                REPORTER,
                                Navigation.of(REPORTER.role()),
                                null));
            }
        }
    }
}
