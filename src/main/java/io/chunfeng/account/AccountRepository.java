package io.chunfeng.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts with their hashed passwords. Login names are given in their normal form. */
public interface AccountRepository {

    /** By login name. */
    List<Account> all();

    Optional<Account> find(String login);

    /** Empty when there is no such account. */
    Optional<String> passwordHash(String login);

    /** False when the login name is taken; nothing is changed then. */
    boolean add(Account account, String passwordHash);

    /**
     * Counts an attempt to sign in before its password is looked at, in one statement: however many come at once, no
     * more passwords are tried than the rule allows.
     *
     * @return the account as it is after the count; empty when unknown, disabled or locked
     */
    Optional<Account> countAttempt(String login, LockRule rule, Instant now);

    /** The counted attempt had the right password. */
    void signedIn(String login, Instant now);

    /** Ends all sessions of the account, and any lock-out. @param mustChange at the next sign-in */
    void setPassword(String login, String passwordHash, boolean mustChange);

    /** Name, role, counties, employer and whether it is enabled. */
    void update(Account account);

    void unlock(String login);
}
