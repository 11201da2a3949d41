package io.chunfeng.storage;

import io.chunfeng.account.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcAuditLog implements AuditLog {
    private final JdbcClient sql;

    JdbcAuditLog(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void add(Entry entry) {
        sql.sql("""
                        INSERT INTO audit_entry (at, actor, action, subject, detail, address)
                        VALUES (:at, :actor, :action, :subject, :detail, :address)
                        """)
                .param("at", Rows.utc(entry.at()))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("address", entry.address())
                .update();
    }

    @Override
    public List<Entry> entries(String actor, String action, int limit, int offset) {
        return sql.sql("""
                        SELECT at, actor, action, subject, detail, address FROM audit_entry
                        WHERE true %s %s
                        ORDER BY id DESC
                        LIMIT :limit OFFSET :offset
                        """.formatted(
                        actor == null ? "" : "AND actor = :actor", action == null ? "" : "AND action = :action"))
                .param("actor", actor)
                .param("action", action)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcAuditLog::entry)
                .list();
    }

    /** By leaps through the index: there are few actions and many entries. */
    @Override
    public List<String> actions() {
        return sql.sql("""
                        WITH RECURSIVE known (action) AS (
                            SELECT min(action) FROM audit_entry
                            UNION ALL
                            SELECT (SELECT min(e.action) FROM audit_entry e WHERE e.action > known.action)
                            FROM known WHERE known.action IS NOT NULL
                        )
                        SELECT action FROM known WHERE action IS NOT NULL
                        """).query(String.class).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Rows.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"));
    }
}
