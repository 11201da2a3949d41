package io.chunfeng.manifest;

/** A manifest beside the figures of its group. */
public enum ManifestMatch {
    /** Nobody is named: the group travels by its headcount. */
    NONE,
    SHORT,
    OVER,
    /** As many persons as registered, but not as many wheelchairs. */
    WHEELCHAIRS,
    COMPLETE
}
