package io.chunfeng.web;

import io.chunfeng.freeze.CheckResult;
import io.chunfeng.freeze.Finding;
import io.chunfeng.freeze.FreezeCheck;
import io.chunfeng.freeze.TripKey;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks before freezing, in words. */
@Component
class FrozenWords {
    private static final int SHOWN = 20;

    private final MessageSource messages;

    FrozenWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param more how many are not shown */
    record CheckRow(FreezeCheck check, boolean done, int count, List<FindingRow> findings, int more, String reason) {
        public String state() {
            return !done ? "NOT_DONE" : count == 0 ? "PASSED" : check.blocking() ? "BLOCKS" : "WARNS";
        }
    }

    record FindingRow(String words, List<TripKey> trips) {}

    List<CheckRow> rows(List<CheckResult> checks, Locale locale) {
        return checks.stream().map(result -> row(result, locale)).toList();
    }

    private CheckRow row(CheckResult result, Locale locale) {
        int count = result.findings().size();
        return new CheckRow(
                result.check(),
                result.done(),
                count,
                result.findings().stream()
                        .limit(SHOWN)
                        .map(finding -> new FindingRow(words(finding, locale), finding.trips()))
                        .toList(),
                Math.max(0, count - SHOWN),
                result.reason());
    }

    private String words(Finding finding, Locale locale) {
        Object[] figures = finding.figures().stream()
                .map(figure -> figure.isEmpty() ? messages.getMessage("frozen.nothing", null, locale) : figure)
                .toArray();
        return messages.getMessage("frozen.finding." + finding.kind(), figures, locale);
    }
}
