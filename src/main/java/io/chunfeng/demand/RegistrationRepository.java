package io.chunfeng.demand;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registered groups with their states and history. */
public interface RegistrationRepository {
    List<Registration> all(Scope scope);

    /** Those in one of these states, by day of departure, county and id. */
    List<Registration> in(Scope scope, Set<GroupState> states);

    int count(Scope scope, Set<GroupState> states);

    /** Empty as well when it exists outside of the scope: nobody learns which ids there are. */
    Optional<Registration> find(Scope scope, String groupId);

    /** Oldest first; empty for a group outside of the scope. */
    List<HistoryEntry> history(Scope scope, String groupId);

    /**
     * All or none, in one transaction, with an entry of the history for each. Whatever is outside of the actor's scope,
     * or would be moved out of it, counts as changed by somebody else.
     *
     * @throws StaleRegistrationException when one has been changed since its {@code fromVersion}
     * @throws ForbiddenMoveException when {@link Moves} does not allow one
     */
    void apply(List<RegistrationChange> changes, Actor actor);

    /** In the name of the program: every move that anybody may make, on every group. @param actor login name for the history */
    default void apply(List<RegistrationChange> changes, String actor) {
        apply(changes, Actor.program(actor));
    }
}
