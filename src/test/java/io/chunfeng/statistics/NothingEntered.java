package io.chunfeng.statistics;

import io.chunfeng.dispatch.Author;
import java.time.Instant;
import java.util.List;

public final class NothingEntered implements EnteredFigures {
    @Override
    public List<EnteredFigure> inForce(String template, Instant asOf, long recording) {
        return List.of();
    }

    @Override
    public List<EnteredFigure> history(String template, String unit) {
        return List.of();
    }

    @Override
    public long record(String template, int version, Instant asOf, List<Entry> entries, Author author) {
        throw new UnsupportedOperationException();
    }
}
