package io.chunfeng.account;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done with accounts. Everything that matters is written to the audit log; passwords never are. */
public final class Accounts {
    public static final String FIRST_ADMINISTRATOR = "admin";

    /** Actor in the audit log of what nobody in particular did. */
    public static final String PROGRAM = "chunfeng";

    private static final int SHOWN_OF_UNKNOWN = 2;

    private final AccountRepository repository;
    private final Passwords passwords;
    private final LockRule lock;
    private final AuditLog audit;
    private final Clock clock;

    public Accounts(AccountRepository repository, Passwords passwords, LockRule lock, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Empty for a wrong name, a wrong password, a locked or a disabled account: whoever tries learns nothing of it, also
     * not by the time it takes.
     *
     * @param address of the client
     */
    public Optional<Account> signIn(String typedLogin, String password, String address) {
        String login = Account.normal(typedLogin);
        Optional<Account> known = Account.isLogin(login) ? repository.find(login) : Optional.empty();
        Optional<Account> counted = known.flatMap(account -> repository.countAttempt(login, lock, clock.instant()));
        String hash = counted.flatMap(account -> repository.passwordHash(login)).orElse(null);
        boolean right = passwords.matches(password, hash);
        if (right) {
            repository.signedIn(login, clock.instant());
            note(login, "account.signed-in", null, null, address);
            // a password that has just been reset opens nothing any more
            return repository
                    .find(login)
                    .filter(now ->
                            now.passwordVersion() == counted.orElseThrow().passwordVersion());
        }
        failed(known.isPresent() ? login : masked(login), counted, address);
        return Optional.empty();
    }

    private void failed(String login, Optional<Account> counted, String address) {
        note(login, "account.sign-in-failed", null, null, address);
        if (counted.filter(account -> account.failures() >= lock.failures()).isPresent()) {
            note(login, "account.locked", null, null, address);
        }
    }

    /** Without a password, where the operator has opened that door. */
    public Optional<Account> signInWithoutPassword(String login, String address) {
        Optional<Account> account = repository.find(login).filter(Account::enabled);
        account.ifPresent(found -> {
            repository.signedIn(login, clock.instant());
            note(login, "account.signed-in", null, null, address);
        });
        return account;
    }

    /** A wrong current password counts as a failed sign-in: a session left open is no way to guess it. */
    public Optional<PasswordFault> changePassword(String login, String current, String wanted, String address) {
        Optional<Account> counted = repository.countAttempt(login, lock, clock.instant());
        String hash = counted.flatMap(account -> repository.passwordHash(login)).orElse(null);
        if (!passwords.matches(current, hash)) {
            failed(login, counted, address);
            return Optional.of(PasswordFault.WRONG_CURRENT);
        }
        repository.unlock(login);
        Optional<PasswordFault> fault =
                current.equals(wanted) ? Optional.of(PasswordFault.SAME_AS_BEFORE) : PasswordRules.fault(wanted, login);
        if (fault.isEmpty()) {
            repository.setPassword(login, passwords.hash(wanted), false);
            note(login, "account.password-changed", login, null, address);
        }
        return fault;
    }

    /**
     * The first administrator, with a password for one time; empty when there already is that account.
     *
     * @return the password, which is nowhere else
     */
    public Optional<String> createFirstAdministrator(String name) {
        String password = OneTimePassword.make();
        Account account = Account.fresh(FIRST_ADMINISTRATOR, name, Role.ADMINISTRATOR, Set.of(), null);
        if (!repository.add(account, passwords.hash(password))) {
            return Optional.empty();
        }
        note(PROGRAM, "account.created", FIRST_ADMINISTRATOR, null, null);
        return Optional.of(password);
    }

    /** For whoever can start the program and can sign in no more. @return the password for one time */
    public String resetFirstAdministrator(String name) {
        return createFirstAdministrator(name).orElseGet(() -> {
            repository.update(Account.fresh(FIRST_ADMINISTRATOR, name, Role.ADMINISTRATOR, Set.of(), null));
            return resetPassword(FIRST_ADMINISTRATOR, PROGRAM, null);
        });
    }

    /** @return the password for one time; empty when the login name is taken */
    public Optional<String> create(Account account, String actor, String address) {
        String password = OneTimePassword.make();
        if (!repository.add(account, passwords.hash(password))) {
            return Optional.empty();
        }
        note(actor, "account.created", account.login(), account.role().name(), address);
        return Optional.of(password);
    }

    /** Name, role, counties, employer and whether it is enabled; holds from the next request on. */
    public void change(Account changed, String actor, String address) {
        repository.update(changed);
        String detail = changed.role() + (changed.enabled() ? "" : ", disabled");
        note(actor, "account.changed", changed.login(), detail, address);
    }

    /** Ends all sessions of the account. @return the password for one time */
    public String resetPassword(String login, String actor, String address) {
        String password = OneTimePassword.make();
        repository.setPassword(login, passwords.hash(password), true);
        note(actor, "account.password-reset", login, null, address);
        return password;
    }

    public void unlock(String login, String actor, String address) {
        repository.unlock(login);
        note(actor, "account.unlocked", login, null, address);
    }

    public void signedOut(String login, String address) {
        note(login, "account.signed-out", null, null, address);
    }

    /** What is typed as a name is sometimes a password: only its beginning is kept. */
    private static String masked(String unknown) {
        String harmless = unknown.replaceAll("[^\\p{L}\\p{N}]", "");
        return harmless.codePoints()
                        .limit(SHOWN_OF_UNKNOWN)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                + "…";
    }

    private void note(String actor, String action, String subject, String detail, String address) {
        audit.add(new AuditLog.Entry(clock.instant(), actor, action, subject, detail, address));
    }
}
