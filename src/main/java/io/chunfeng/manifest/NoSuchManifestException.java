package io.chunfeng.manifest;

/** No group of that id, or none that the asker may open. */
public final class NoSuchManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
