package io.chunfeng.web;

import io.chunfeng.statistics.TemplateVersion;
import java.util.List;

/** The ways from one table to the others. */
final class StatisticsChoices {
    private StatisticsChoices() {}

    /** @param href of its page */
    record TemplateChoice(String id, String title, String href, boolean chosen) {}

    static List<TemplateChoice> templates(List<TemplateVersion> inForce, TemplateVersion shown, StatisticsQuery query) {
        return inForce.stream()
                .map(version -> new TemplateChoice(
                        version.id(),
                        version.form().title(),
                        query.of(version.id()).pageHref(),
                        version.id().equals(shown.id())))
                .toList();
    }
}
