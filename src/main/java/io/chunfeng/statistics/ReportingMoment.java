package io.chunfeng.statistics;

import java.time.Instant;

/**
 * A moment at which a table is due; its figures include the moment itself.
 *
 * @param text what is reported, in Chinese
 */
public record ReportingMoment(Kind kind, Instant due, String text) {
    public enum Kind {
        WEEKLY,
        STAGE,
        SUMMARY
    }
}
