package io.chunfeng.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens by the hashes of their secrets; the secrets themselves are nowhere. */
public interface ApiTokenRepository {

    /** @return its id */
    long add(byte[] hash, String account, String name, boolean readsManifests, Instant createdAt, Instant expiresAt);

    Optional<ApiToken> find(byte[] hash);

    /** Newest first, revoked and expired ones included. */
    List<ApiToken> of(String account);

    void used(long id, Instant at);

    /** @return false when the account has no such token, or it is revoked already */
    boolean revoke(String account, long id, Instant at);
}
