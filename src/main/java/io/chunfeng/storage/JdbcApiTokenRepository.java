package io.chunfeng.storage;

import io.chunfeng.account.ApiToken;
import io.chunfeng.account.ApiTokenRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcApiTokenRepository implements ApiTokenRepository {
    private static final String SELECT = """
            SELECT id, account, name, reads_manifests, created_at, expires_at, last_used_at, revoked_at
            FROM api_token
            """;

    private final JdbcClient sql;

    JdbcApiTokenRepository(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public long add(
            byte[] hash, String account, String name, boolean readsManifests, Instant createdAt, Instant expiresAt) {
        return sql.sql("""
                        INSERT INTO api_token (hash, account, name, reads_manifests, created_at, expires_at)
                        VALUES (:hash, :account, :name, :readsManifests, :createdAt, :expiresAt)
                        RETURNING id
                        """)
                .param("hash", hash)
                .param("account", account)
                .param("name", name)
                .param("readsManifests", readsManifests)
                .param("createdAt", Rows.utc(createdAt))
                .param("expiresAt", Rows.utc(expiresAt))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<ApiToken> find(byte[] hash) {
        return sql.sql(SELECT + "WHERE hash = :hash")
                .param("hash", hash)
                .query(JdbcApiTokenRepository::token)
                .optional();
    }

    @Override
    public List<ApiToken> of(String account) {
        return sql.sql(SELECT + "WHERE account = :account ORDER BY id DESC")
                .param("account", account)
                .query(JdbcApiTokenRepository::token)
                .list();
    }

    @Override
    public void used(long id, Instant at) {
        sql.sql("UPDATE api_token SET last_used_at = greatest(last_used_at, :at) WHERE id = :id")
                .param("at", Rows.utc(at))
                .param("id", id)
                .update();
    }

    @Override
    public boolean revoke(String account, long id, Instant at) {
        return sql.sql("""
                        UPDATE api_token SET revoked_at = :at
                        WHERE id = :id AND account = :account AND revoked_at IS NULL
                        """)
                        .param("at", Rows.utc(at))
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("account"),
                row.getString("name"),
                row.getBoolean("reads_manifests"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.instant(row, "last_used_at"),
                Rows.instant(row, "revoked_at"));
    }
}
