package io.chunfeng.manifest;

/** A row does not open with the right keys: it was changed or moved behind the program's back. */
public final class BrokenManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenManifestException(String groupId) {
        super("a row of the manifest of group " + groupId
                + " was changed or moved in the database by something else than this program");
    }
}
