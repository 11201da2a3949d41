package io.chunfeng.manifest;

/** Manifests cannot be opened or written for want of the right keys. Everything else goes on. */
public final class ManifestKeysException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Names of messages below {@code manifest.keys.}. */
    public enum Reason {
        /** There are manifests, but the file of their keys is not where it should be. */
        MISSING,
        /** The file holds other keys than those the manifests were sealed with. */
        WRONG,
        /** The file is there, but cannot be read or is damaged. */
        UNREADABLE
    }

    private final Reason reason;

    ManifestKeysException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
