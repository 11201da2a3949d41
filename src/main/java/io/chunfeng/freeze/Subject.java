package io.chunfeng.freeze;

import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.TableQuery;
import java.time.Instant;

/** What is to be frozen; the recording is the newest at the moment of freezing. See {@link TableQuery} for the fields. */
public record Subject(String template, int version, String unit, Instant asOf, CountingSettings settings) {
    public TableQuery query(long recording) {
        return new TableQuery(template, version, unit, asOf, recording, settings);
    }
}
