package io.chunfeng.manifest;

import io.chunfeng.demand.Registration;
import java.time.Instant;
import java.util.List;

/**
 * A manifest as somebody sees it.
 *
 * @param version to state with a change
 * @param changedAt null while nobody has been named
 * @param open whether the rows are in full; otherwise masked
 * @param writable whether the asker may change it
 */
public record Manifest(
        Registration group, int version, Instant changedAt, boolean open, boolean writable, List<ManifestRow> rows) {

    public ManifestCounts counts() {
        return rows.stream().map(ManifestRow::count).reduce(ManifestCounts.NONE, ManifestCounts::plus);
    }

    public ManifestMatch match() {
        return counts().match(group.group().headcount(), group.group().wheelchairs());
    }

    /** Passengers who are registered in another group that they cannot travel with as well. */
    public long twice() {
        return rows.stream().filter(row -> !row.elsewhere().isEmpty()).count();
    }
}
