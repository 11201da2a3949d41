package io.chunfeng.freeze;

import java.util.List;

/**
 * Outcome of one check.
 *
 * @param done false when there was nothing to compare with
 * @param reason why it is frozen all the same; null without findings, and before it is frozen
 */
public record CheckResult(FreezeCheck check, boolean done, List<Finding> findings, String reason) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    static CheckResult of(FreezeCheck check, List<Finding> findings) {
        return new CheckResult(check, true, findings, null);
    }

    public boolean clean() {
        return findings.isEmpty();
    }

    public CheckResult because(String why) {
        return new CheckResult(check, done, findings, why);
    }
}
