package io.chunfeng.capacity;

import java.util.List;

/**
 * @param field as in the exchange format, for example {@code approvedSeats} or {@code calls[1].arrive}
 * @param value as it was typed; empty when there is none
 * @param figures for the messages
 */
public record Finding(String field, Fault fault, String value, List<String> figures) {
    public Finding {
        figures = List.copyOf(figures);
    }

    public boolean error() {
        return fault.severity() == Fault.Severity.ERROR;
    }
}
