package io.chunfeng.account;

import java.time.Instant;

/**
 * A program's key to the REST API. It acts with the role and the scope of its account.
 *
 * @param name what it is for, in the words of whoever made it
 * @param readsManifests may read names and identity numbers in clear, where the account may
 * @param lastUsedAt to the minute; null when never
 * @param revokedAt null while it is not revoked
 */
public record ApiToken(
        long id,
        String account,
        String name,
        boolean readsManifests,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt) {

    public boolean activeAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
