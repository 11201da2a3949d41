package io.chunfeng.storage;

import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.Recording;
import io.chunfeng.statistics.EnteredFigure;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.EnteredValue;
import io.chunfeng.statistics.StaleFiguresException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcEnteredFigures implements EnteredFigures {
    private static final String SELECT = """
            SELECT f.template, f.version, f.unit, f.field, f.as_of, f.number, f.counties, f.words,
                   r.id, r.recorded_at, r.recorded_by, r.reason
            FROM entered_figure f JOIN recording r ON r.id = f.recording
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Clock clock;

    JdbcEnteredFigures(JdbcClient sql, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<EnteredFigure> inForce(String template, Instant asOf, long recording) {
        return sql.sql("SELECT DISTINCT ON (unit, field) * FROM (" + SELECT + """
                        WHERE template = :template AND as_of <= :asOf AND recording <= :recording) known
                        ORDER BY unit, field, as_of DESC, id DESC""")
                .param("template", template)
                .param("asOf", Rows.utc(asOf))
                .param("recording", recording)
                .query(JdbcEnteredFigures::figure)
                .list();
    }

    @Override
    public List<EnteredFigure> history(String template, String unit) {
        return sql.sql(SELECT + "WHERE template = :template AND unit = :unit ORDER BY recording, field")
                .param("template", template)
                .param("unit", unit)
                .query(JdbcEnteredFigures::figure)
                .list();
    }

    @Override
    public long record(String template, int version, Instant asOf, List<Entry> entries, Author author) {
        return transaction.execute(status -> {
            long recording = sql.sql("SELECT begin_recording(:now, :login, :reason)")
                    .param("now", Rows.utc(clock.instant()))
                    .param("login", author.login())
                    .param("reason", author.reason())
                    .query(Long.class)
                    .single();
            for (Entry entry : entries) {
                requireSeen(template, entry);
                entry.values()
                        .forEach((field, value) -> insert(recording, template, version, asOf, entry, field, value));
            }
            return recording;
        });
    }

    /** Recordings come one after the other, so nobody can slip in between this look and the new one. */
    private void requireSeen(String template, Entry entry) {
        long newest = sql.sql(
                        "SELECT coalesce(max(recording), 0) FROM entered_figure WHERE template = :template AND unit = :unit")
                .param("template", template)
                .param("unit", entry.unit())
                .query(Long.class)
                .single();
        if (newest > entry.seen()) {
            throw new StaleFiguresException(entry.unit());
        }
    }

    private void insert(
            long recording, String template, int version, Instant asOf, Entry entry, String field, EnteredValue value) {
        sql.sql("""
                INSERT INTO entered_figure (recording, template, version, unit, field, as_of, number, counties, words)
                VALUES (:recording, :template, :version, :unit, :field, :asOf, :number,
                        string_to_array(:counties, ','), :words)""")
                .param("recording", recording)
                .param("template", template)
                .param("version", version)
                .param("unit", entry.unit())
                .param("field", field)
                .param("asOf", Rows.utc(asOf))
                .param("number", value instanceof EnteredValue.Number number ? number.kept() : null)
                .param("counties", value instanceof EnteredValue.Counties list ? String.join(",", list.codes()) : null)
                .param("words", value instanceof EnteredValue.Text text ? text.words() : null)
                .update();
    }

    private static EnteredFigure figure(ResultSet row, int number) throws SQLException {
        return new EnteredFigure(
                row.getString("template"),
                row.getInt("version"),
                row.getString("unit"),
                row.getString("field"),
                Rows.instant(row, "as_of"),
                value(row),
                new Recording(
                        row.getLong("id"),
                        Rows.instant(row, "recorded_at"),
                        row.getString("recorded_by"),
                        row.getString("reason")));
    }

    private static EnteredValue value(ResultSet row) throws SQLException {
        Long kept = row.getObject("number", Long.class);
        if (kept != null) {
            return new EnteredValue.Number(kept);
        }
        Array counties = row.getArray("counties");
        if (counties != null) {
            return new EnteredValue.Counties(new TreeSet<>(Arrays.asList((String[]) counties.getArray())));
        }
        String words = row.getString("words");
        return words == null ? new EnteredValue.Nothing() : new EnteredValue.Text(words);
    }
}
