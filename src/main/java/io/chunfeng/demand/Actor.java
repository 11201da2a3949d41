package io.chunfeng.demand;

/**
 * Who changes groups.
 *
 * @param login for the history
 * @param scope groups outside of it are not there for them
 */
public record Actor(String login, Party party, Scope scope) {

    /** Name of the program itself in histories. */
    public static final String PROGRAM_LOGIN = "chunfeng";

    public static Actor program(String login) {
        return new Actor(login, Party.PROGRAM, new Scope.Everything());
    }
}
