package io.chunfeng.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes, checks and revokes tokens of the REST API. The audit log tells of making and revoking. */
public final class ApiTokens {
    public static final int MOST_DAYS = 365;
    public static final int MOST_ACTIVE = 20;
    public static final int LONGEST_NAME = 60;

    /** So that a token in the wrong place is recognised as one. */
    private static final String PREFIX = "cft_";

    private static final int SECRET_BYTES = 32;

    private final ApiTokenRepository tokens;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(ApiTokenRepository tokens, AccountRepository accounts, AuditLog audit, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why no token is made. Each has a message {@code token.refused.<name>}. */
    public enum Refusal {
        NAME,
        DAYS,
        TOO_MANY
    }

    public Optional<Refusal> refusal(String login, String name, int days) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Optional.of(Refusal.NAME);
        }
        if (days < 1 || days > MOST_DAYS) {
            return Optional.of(Refusal.DAYS);
        }
        long active = tokens.of(login).stream()
                .filter(token -> token.activeAt(clock.instant()))
                .count();
        return active >= MOST_ACTIVE ? Optional.of(Refusal.TOO_MANY) : Optional.empty();
    }

    /**
     * @param days until it expires
     * @param address of the client
     * @return the token, which is nowhere else
     * @throws IllegalArgumentException where {@link #refusal} gives a reason
     */
    public String make(String login, String name, int days, boolean readsManifests, String address) {
        refusal(login, name, days).ifPresent(reason -> {
            throw new IllegalArgumentException(reason.name());
        });
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        long id = tokens.add(hash(token), login, name.strip(), readsManifests, now, now.plus(Duration.ofDays(days)));
        audit.add(new AuditLog.Entry(now, login, "token.created", String.valueOf(id), null, address));
        return token;
    }

    public boolean revoke(String login, long id, String address) {
        boolean revoked = tokens.revoke(login, id, clock.instant());
        if (revoked) {
            audit.add(new AuditLog.Entry(clock.instant(), login, "token.revoked", String.valueOf(id), null, address));
        }
        return revoked;
    }

    public List<ApiToken> of(String login) {
        return tokens.of(login);
    }

    /** Somebody's token, and who that is now. */
    public record Holder(Account account, ApiToken token) {}

    /** Empty for an unknown, expired or revoked token, and while its account is disabled or locked. */
    public Optional<Holder> holder(String typed) {
        Instant now = clock.instant();
        return tokens.find(hash(typed))
                .filter(token -> token.activeAt(now))
                .flatMap(token -> accounts.find(token.account())
                        .filter(Account::enabled)
                        .filter(account -> !account.lockedAt(now))
                        .map(account -> {
                            note(token, now);
                            return new Holder(account, token);
                        }));
    }

    /** To the minute, so that not every request writes. */
    private void note(ApiToken token, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (token.lastUsedAt() == null || token.lastUsedAt().isBefore(minute)) {
            tokens.used(token.id(), minute);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
