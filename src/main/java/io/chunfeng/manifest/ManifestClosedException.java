package io.chunfeng.manifest;

import io.chunfeng.demand.GroupState;

/** The group has left or was withdrawn: its manifest is not changed any more. */
public final class ManifestClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ManifestClosedException(String groupId, GroupState state) {
        super("group " + groupId + " is " + state + ": its manifest is not changed any more");
    }
}
