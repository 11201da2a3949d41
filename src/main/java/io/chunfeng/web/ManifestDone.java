package io.chunfeng.web;

import java.util.Arrays;

/** What has just been done, as the address says it. Each has a message {@code manifest.done.<name>}. */
enum ManifestDone {
    added,
    corrected,
    removed,
    uploaded;

    /** Null for nothing and for what nobody does. */
    static ManifestDone of(String done) {
        return Arrays.stream(values())
                .filter(value -> value.name().equals(done))
                .findFirst()
                .orElse(null);
    }
}
