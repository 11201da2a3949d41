package io.chunfeng.manifest;

import java.time.Instant;
import java.util.List;

/** @param version grows by one with each change; 0 while nobody has been named */
public record StoredManifest(int version, Instant changedAt, List<SealedPassenger> rows) {
    static final StoredManifest NONE = new StoredManifest(0, null, List.of());
}
