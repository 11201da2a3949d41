package io.chunfeng.capacity;

import java.util.List;

/**
 * Typed text, read.
 *
 * @param item a {@link Coach} or {@link Driver}; null when there are findings
 */
public record FleetReading<T>(T item, List<FleetFinding> findings) {
    public FleetReading {
        findings = List.copyOf(findings);
    }
}
