package io.chunfeng.storage;

import io.chunfeng.statistics.StaleTemplateException;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.TemplateChange;
import io.chunfeng.statistics.TemplateFile;
import io.chunfeng.statistics.TemplateForm;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcTemplates implements Templates {
    private static final String COLUMNS = "id, version, status, edition, form, changed_by, changed_at";

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Clock clock;

    JdbcTemplates(JdbcClient sql, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts those that come with the program where there is no version yet; what somebody made of them stays. */
    JdbcTemplates withShipped() {
        for (String id : TemplateFile.SHIPPED) {
            TemplateForm form = TemplateFile.shipped(id);
            sql.sql("""
                    INSERT INTO statistics_template (id, version, status, edition, form, changed_by, changed_at)
                    SELECT :id, 1, :status, 1, :form, 'chunfeng', :now
                    WHERE NOT EXISTS (SELECT FROM statistics_template WHERE id = :id)
                    ON CONFLICT DO NOTHING""")
                    .param("id", id)
                    .param("status", form.columns().isEmpty() ? "DRAFT" : "IN_FORCE")
                    .param("form", TemplateFile.json(form))
                    .param("now", Rows.utc(clock.instant()))
                    .update();
        }
        return this;
    }

    @Override
    public List<TemplateVersion> all() {
        return sql.sql("SELECT " + COLUMNS + " FROM statistics_template ORDER BY id DESC, version DESC")
                .query(JdbcTemplates::version)
                .list();
    }

    @Override
    public Optional<TemplateVersion> version(String id, int version) {
        return sql.sql("SELECT " + COLUMNS + " FROM statistics_template WHERE id = :id AND version = :version")
                .param("id", id)
                .param("version", version)
                .query(JdbcTemplates::version)
                .optional();
    }

    @Override
    public TemplateVersion saveDraft(TemplateForm form, int edition, String login) {
        try {
            return (edition == 0 ? insert(form, login) : update(form, edition, login))
                    .orElseThrow(() -> new StaleTemplateException(form.id()));
        } catch (DuplicateKeyException e) {
            throw new StaleTemplateException(form.id());
        }
    }

    private Optional<TemplateVersion> insert(TemplateForm form, String login) {
        return sql.sql("""
                        INSERT INTO statistics_template (id, version, status, edition, form, changed_by, changed_at)
                        SELECT :id, coalesce(max(version), 0) + 1, 'DRAFT', 1, :form, :login, :now
                        FROM statistics_template WHERE id = :id
                        RETURNING\s""" + COLUMNS)
                .param("id", form.id())
                .param("form", TemplateFile.json(form))
                .param("login", login)
                .param("now", Rows.utc(clock.instant()))
                .query(JdbcTemplates::version)
                .optional();
    }

    private Optional<TemplateVersion> update(TemplateForm form, int edition, String login) {
        return sql.sql("""
                        UPDATE statistics_template
                        SET form = :form, edition = edition + 1, changed_by = :login, changed_at = :now
                        WHERE id = :id AND status = 'DRAFT' AND edition = :edition
                        RETURNING\s""" + COLUMNS)
                .param("id", form.id())
                .param("form", TemplateFile.json(form))
                .param("edition", edition)
                .param("login", login)
                .param("now", Rows.utc(clock.instant()))
                .query(JdbcTemplates::version)
                .optional();
    }

    @Override
    public TemplateVersion publish(String id, int edition, String login) {
        return transaction.execute(status -> {
            TemplateVersion published = sql.sql("""
                            UPDATE statistics_template
                            SET status = 'IN_FORCE', changed_by = :login, changed_at = :now
                            WHERE id = :id AND status = 'DRAFT' AND edition = :edition
                            RETURNING\s""" + COLUMNS)
                    .param("id", id)
                    .param("edition", edition)
                    .param("login", login)
                    .param("now", Rows.utc(clock.instant()))
                    .query(JdbcTemplates::version)
                    .optional()
                    .orElseThrow(() -> new StaleTemplateException(id));
            List<Column> earlier = all().stream()
                    .filter(version -> version.id().equals(id) && version.version() < published.version())
                    .flatMap(version -> version.template().leaves().stream())
                    .toList();
            TemplateChange.require(earlier, published.template().leaves());
            return published;
        });
    }

    private static TemplateVersion version(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        int version = row.getInt("version");
        return new TemplateVersion(
                id,
                version,
                row.getString("status").equals("IN_FORCE"),
                row.getInt("edition"),
                TemplateFile.form(id + " v" + version, row.getString("form")),
                row.getString("changed_by"),
                Rows.instant(row, "changed_at"));
    }
}
