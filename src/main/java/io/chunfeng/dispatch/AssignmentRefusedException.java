package io.chunfeng.dispatch;

import java.util.List;

/** Coaches and drivers cannot be sent out like this; nothing was written. */
public final class AssignmentRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<AssignmentFinding> findings;

    public AssignmentRefusedException(List<AssignmentFinding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    public List<AssignmentFinding> findings() {
        return findings;
    }
}
