package io.chunfeng.capacity;

import java.util.List;

/**
 * Typed text, read.
 *
 * @param offer null when there is an error among the findings
 */
public record Reading<T extends Offer>(T offer, List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.error()).toList();
    }
}
