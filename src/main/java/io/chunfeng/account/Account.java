package io.chunfeng.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in.
 *
 * @param login lower case, unique
 * @param passwordVersion grows with each new password; sessions begun with an older one are over
 * @param failures failed attempts since the last success or the end of the last lock-out
 * @param lockedUntil nobody signs in before; null when not locked
 * @param lastSignIn null when never
 */
public record Account(
        String login,
        String name,
        Role role,
        Set<String> counties,
        String employer,
        boolean enabled,
        boolean mustChangePassword,
        int passwordVersion,
        int failures,
        Instant lockedUntil,
        Instant lastSignIn) {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    public Account {
        counties = Set.copyOf(counties);
    }

    /** One that nobody has used yet. */
    public static Account fresh(String login, String name, Role role, Set<String> counties, String employer) {
        return new Account(normal(login), name, role, counties, employer, true, true, 1, 0, null, null);
    }

    /** One whose password need not be changed. */
    public Account settled() {
        return new Account(
                login,
                name,
                role,
                counties,
                employer,
                enabled,
                false,
                passwordVersion,
                failures,
                lockedUntil,
                lastSignIn);
    }

    public Account enabled(boolean wanted) {
        return new Account(
                login,
                name,
                role,
                counties,
                employer,
                wanted,
                mustChangePassword,
                passwordVersion,
                failures,
                lockedUntil,
                lastSignIn);
    }

    /** How a login name is kept and compared, however it was typed. */
    public static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Two to forty letters, digits, dots, hyphens and underscores; nothing that looks like something else. */
    public static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    public Viewer viewer() {
        return new Viewer(login, name, role, counties, employer);
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
