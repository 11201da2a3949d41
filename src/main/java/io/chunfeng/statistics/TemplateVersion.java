package io.chunfeng.statistics;

import java.time.Instant;

/**
 * One version of a template. A draft is changed until it is published; a published version never changes.
 *
 * @param version 1, 2, 3, …
 * @param edition of a draft, counted up with every change
 * @param form complete or not: only that of a published version is sure to be
 * @param changedBy who saved the draft last, or published it
 */
public record TemplateVersion(
        String id,
        int version,
        boolean published,
        int edition,
        TemplateForm form,
        String changedBy,
        Instant changedAt) {

    /** @throws IllegalArgumentException when the draft is not complete, with what is missing */
    public StatisticsTemplate template() {
        return form.template();
    }
}
