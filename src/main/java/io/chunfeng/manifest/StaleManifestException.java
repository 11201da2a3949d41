package io.chunfeng.manifest;

/** Somebody else has changed the manifest since it was read; nothing has been written. */
public final class StaleManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StaleManifestException(String groupId) {
        super("the manifest of group " + groupId + " has been changed by somebody else meanwhile");
    }
}
