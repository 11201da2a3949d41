package io.chunfeng.demand;

/** A request cannot be filed or answered as things are. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Each has a message {@code request.refused.<name>}. */
    public enum Reason {
        /** No group of this id is published, or none that the actor may see. */
        NOT_PUBLISHED,
        /** One open request a group: the dispatcher answers it first, or the county takes it back. */
        ALREADY_OPEN,
        /** Answered or taken back by somebody else meanwhile. */
        NOT_OPEN,
        /** The group's figures or state are not those that the request was made from. */
        GROUP_CHANGED
    }

    private final String groupId;
    private final Reason reason;

    public RequestRefusedException(String groupId, Reason reason) {
        super("request about group " + groupId + " refused: " + reason);
        this.groupId = groupId;
        this.reason = reason;
    }

    public String groupId() {
        return groupId;
    }

    public Reason reason() {
        return reason;
    }
}
