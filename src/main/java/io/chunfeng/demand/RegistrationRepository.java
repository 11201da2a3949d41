package io.chunfeng.demand;

import java.util.List;
import java.util.Optional;

/** Registered groups with their states and history. */
public interface RegistrationRepository {
    List<Registration> all(Scope scope);

    /** Empty as well when it exists outside of the scope: nobody learns which ids there are. */
    Optional<Registration> find(Scope scope, String groupId);

    /**
     * All or none, in one transaction, with an entry of the history for each.
     *
     * @param actor login name of who does it
     * @throws StaleRegistrationException when one has been changed since its {@code fromVersion}
     */
    void apply(List<RegistrationChange> changes, String actor);
}
