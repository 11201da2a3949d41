package io.chunfeng.capacity;

import java.util.List;

/**
 * @param field name of the field, for example {@code plate}
 * @param value as it was typed; empty when there is none
 * @param figures for the message
 */
public record FleetFinding(String field, FleetFault fault, String value, List<String> figures) {
    public FleetFinding {
        figures = List.copyOf(figures);
    }

    public FleetFinding(String field, FleetFault fault, String value) {
        this(field, fault, value, List.of());
    }
}
