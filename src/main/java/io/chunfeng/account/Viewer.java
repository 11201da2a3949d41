package io.chunfeng.account;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Scope;
import java.util.Set;

/**
 * Who asks. Pages and API methods take it as an argument; it is never null for a signed-in request.
 *
 * @param login unique name to sign in with; also the actor in histories and the audit log
 * @param name as shown to others
 * @param counties GB/T 2260 codes, six digits: those a county registers for, or those of the workplaces of a receiver
 * @param employer of a receiver that is an employer, otherwise null
 */
public record Viewer(String login, String name, Role role, Set<String> counties, String employer) {
    public Viewer {
        counties = Set.copyOf(counties);
    }

    /** The groups they may see. */
    public Scope scope() {
        return switch (role) {
            case COUNTY -> new Scope.RegisteredBy(counties);
            case RECEIVER -> employer == null ? new Scope.ArrivingIn(counties) : new Scope.WorkingFor(employer);
            case DISPATCHER, REPORTER, ADMINISTRATOR -> new Scope.Everything();
        };
    }

    /**
     * As whom they change groups.
     *
     * @throws IllegalStateException for roles that change none
     */
    public Actor actor() {
        return switch (role) {
            case COUNTY -> new Actor(login, Party.COUNTY, scope());
            case DISPATCHER -> new Actor(login, Party.DISPATCHER, scope());
            case REPORTER, ADMINISTRATOR, RECEIVER ->
                throw new IllegalStateException(role + " changes no groups: " + login);
        };
    }
}
