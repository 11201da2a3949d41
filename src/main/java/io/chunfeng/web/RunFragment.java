package io.chunfeng.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Renders the changing part of the live page outside a request. */
@Component
class RunFragment {
    private final ITemplateEngine engine;
    private final ApplicationContext application;
    private final PlanClosures closures;

    RunFragment(ITemplateEngine engine, ApplicationContext application, PlanClosures closures) {
        this.engine = engine;
        this.application = application;
        this.closures = closures;
    }

    String render(RunView view, Locale locale) {
        Context context = new Context(
                locale,
                Map.of("view", view, "fmt", new Format(locale), "avoided", closures.avoided(view.run(), locale)));
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(application, null));
        return engine.process("fragments/run-state", Set.of("state"), context);
    }
}
