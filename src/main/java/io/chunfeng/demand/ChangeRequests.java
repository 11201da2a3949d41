package io.chunfeng.demand;

import java.util.List;
import java.util.Optional;

/** Requests of counties about published groups, and the dispatcher's answers. */
public interface ChangeRequests {

    /**
     * All or none.
     *
     * @throws RequestRefusedException when a group has an open request already, is not published, or is not in the
     *     actor's scope
     */
    void file(List<ChangeRequest.Ask> asks, Actor actor);

    /** Newest first; empty for a group outside of the scope. */
    List<ChangeRequest> ofGroup(Scope scope, String groupId);

    /** Oldest first. */
    List<ChangeRequest> open(Scope scope);

    Optional<ChangeRequest> find(Scope scope, long id);

    /**
     * The group gets the figures asked for, or is withdrawn. The published plan stays as it is until it is planned anew.
     *
     * @param answer may be null
     * @throws RequestRefusedException when it is not open any more, or the group has changed since it was asked
     */
    void accept(long id, String answer, Actor actor);

    /** @param answer why, never blank */
    void decline(long id, String answer, Actor actor);

    /** By the county. @throws RequestRefusedException when it has been answered meanwhile */
    void takeBack(long id, Actor actor);
}
