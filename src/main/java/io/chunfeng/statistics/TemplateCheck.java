package io.chunfeng.statistics;

import java.util.List;

/**
 * A rule among the entered columns of one unit, as the form states it.
 *
 * @param whole number of the column that the parts belong to; null for {@link Rule#PARTITION}
 * @param parts numbers of columns
 * @param why the reading of the form behind it, in Chinese
 */
public record TemplateCheck(Rule rule, Integer whole, List<Integer> parts, String why) {
    public enum Rule {
        /** 合计: the parts add up to the whole. */
        SUM_EQUALS,
        /** 其中: disjoint parts, together not more than the whole. */
        PARTS_AT_MOST,
        /** 其中 that overlap: none is more than the whole, their sum says nothing. */
        EACH_AT_MOST,
        /** Lists of counties: none in two of them, together all of the unit's. */
        PARTITION
    }

    public TemplateCheck {
        if (rule == null || parts == null || parts.isEmpty()) {
            throw new TemplateFault(TemplateFault.Code.CHECK_PARTS);
        }
        if ((rule == Rule.PARTITION) != (whole == null)) {
            throw new TemplateFault(TemplateFault.Code.CHECK_WHOLE, rule);
        }
        parts = List.copyOf(parts);
    }
}
