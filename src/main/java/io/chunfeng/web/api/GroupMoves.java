package io.chunfeng.web.api;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.GroupState;

/** The state that a group is in after its figures were sent. */
final class GroupMoves {
    private GroupMoves() {}

    static GroupState first(Viewer viewer) {
        return viewer.role() == Role.COUNTY ? GroupState.DRAFT : GroupState.SUBMITTED;
    }

    /** What a county changes after it was accepted, the dispatcher takes anew. */
    static GroupState whenChanged(GroupState now, Viewer viewer) {
        boolean taken = now == GroupState.ACCEPTED || now == GroupState.PLANNED;
        if (now == GroupState.WITHDRAWN) {
            return GroupState.DRAFT;
        }
        return taken && viewer.role() == Role.COUNTY ? GroupState.SUBMITTED : now;
    }
}
