package io.chunfeng.demand;

/** Somebody else has changed the group since it was read. */
public final class StaleRegistrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String groupId;

    public StaleRegistrationException(String groupId) {
        super("group " + groupId + " has been changed by somebody else meanwhile");
        this.groupId = groupId;
    }

    public String groupId() {
        return groupId;
    }
}
