package io.chunfeng.manifest;

/** The same document number twice in one manifest. */
public final class TwiceInManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
