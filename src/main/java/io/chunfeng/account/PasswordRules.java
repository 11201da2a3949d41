package io.chunfeng.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be like: long, and nothing that is tried first. */
public final class PasswordRules {
    public static final int LEAST_CHARACTERS = 12;
    /** Of UTF-8, and no limit of ours: bcrypt reads no further. */
    public static final int MOST_BYTES = 72;

    private static final int LEAST_DIFFERENT = 5;

    /** Long enough, and still among the first that are tried. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "1234567890abc",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "abcdefghijkl",
            "abcd12345678",
            "administrator",
            "administrator1",
            "chunfeng2024",
            "chunfeng2025",
            "chunfeng2026",
            "chunfengxingdong",
            "iloveyou1314",
            "password1234",
            "password12345",
            "qq1234567890",
            "qwerty123456",
            "qwertyuiop12",
            "qwertyuiopasdf",
            "woaini1314520",
            "zaq12wsxcde3");

    private PasswordRules() {}

    /** Empty when it is good. */
    public static Optional<PasswordFault> fault(String password, String login) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        if (lower.strip().equals(login) || lower.replace(login, "").length() < LEAST_DIFFERENT) {
            return Optional.of(PasswordFault.IS_LOGIN);
        }
        if (COMMON.contains(lower) || lower.codePoints().distinct().count() < LEAST_DIFFERENT) {
            return Optional.of(PasswordFault.TOO_COMMON);
        }
        return Optional.empty();
    }
}
