package io.chunfeng.demand;

/** The group is in a state from which this party may not move it there, see {@link Moves}. */
public final class ForbiddenMoveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String groupId;
    private final GroupState from;
    private final GroupState to;

    /** @param from null for a group that is not registered yet */
    public ForbiddenMoveException(String groupId, GroupState from, GroupState to) {
        super("group " + groupId + " cannot be moved from " + from + " to " + to);
        this.groupId = groupId;
        this.from = from;
        this.to = to;
    }

    public String groupId() {
        return groupId;
    }

    public GroupState from() {
        return from;
    }

    public GroupState to() {
        return to;
    }
}
