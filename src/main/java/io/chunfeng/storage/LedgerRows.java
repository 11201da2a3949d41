package io.chunfeng.storage;

import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of the ledger as rows. Within the caller's transaction. */
final class LedgerRows {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    LedgerRows(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** What nothing has reversed, oldest first. */
    List<LedgerEntry> inForce(long planId, String vehicle) {
        return sql.sql("""
                        SELECT e.*, r.recorded_at, r.recorded_by, r.reason
                        FROM ledger_in_force e
                        JOIN recording r ON r.id = e.recording
                        WHERE e.plan_id = :planId AND e.vehicle = :vehicle
                        ORDER BY e.id
                        """)
                .param("planId", planId)
                .param("vehicle", vehicle)
                .query(LedgerRows::entry)
                .list();
    }

    /** Whether it was ever recorded, reversed meanwhile or not. */
    boolean knows(long planId, String vehicle) {
        return sql.sql("SELECT EXISTS (SELECT FROM ledger_entry WHERE plan_id = :planId AND vehicle = :vehicle)")
                .param("planId", planId)
                .param("vehicle", vehicle)
                .query(Boolean.class)
                .single();
    }

    /** Holds up everybody else who records until the transaction ends: after every other lock. */
    long begin(Instant at, Author author) {
        return sql.sql("SELECT begin_recording(:at, :login, :reason)")
                .param("at", Rows.utc(at))
                .param("login", author.login())
                .param("reason", author.reason())
                .query(Long.class)
                .single();
    }

    void reverse(long recording, Collection<LedgerEntry> entries) {
        Long[] ids = entries.stream().map(LedgerEntry::id).sorted().toArray(Long[]::new);
        int reversed =
                sql.sql("""
                        INSERT INTO ledger_entry (recording, plan_id, vehicle, kind, name, carriages, happened_at, group_id,
                                                  county, from_county, to_county, direction, main_leg, persons, infants,
                                                  escorts, owner, reverses)
                        SELECT :recording, plan_id, vehicle, kind, name, carriages, happened_at, group_id,
                               county, from_county, to_county, direction, main_leg, -persons, -infants,
                               -escorts, owner, id
                        FROM ledger_entry
                        WHERE id = ANY (:ids)
                        ORDER BY id
                        """).param("recording", recording).param("ids", ids).update();
        if (reversed != ids.length) {
            throw new IllegalStateException("reversed " + reversed + " entries of " + ids.length);
        }
    }

    void add(long recording, Collection<LedgerEntry> entries) {
        Rows.batch(batches, """
                INSERT INTO ledger_entry (recording, plan_id, vehicle, kind, name, carriages, happened_at, group_id,
                                          county, from_county, to_county, direction, main_leg, persons, infants,
                                          escorts, owner)
                VALUES (:recording, :planId, :vehicle, :kind, :name, :carriages, :happenedAt, :groupId,
                        :county, :fromCounty, :toCounty, :direction, :mainLeg, :persons, :infants,
                        :escorts, :owner)
                """, entries, entry -> parameters(recording, entry));
    }

    private static Map<String, ?> parameters(long recording, LedgerEntry entry) {
        Map<String, Object> values = new HashMap<>();
        values.put("recording", recording);
        values.put("planId", entry.planId());
        values.put("vehicle", entry.vehicle());
        values.put("kind", entry.kind().name());
        values.put("name", entry.name());
        values.put("carriages", entry.carriages());
        values.put("happenedAt", Rows.utc(entry.happenedAt()));
        values.put("groupId", entry.groupId());
        values.put("county", entry.county());
        values.put("fromCounty", entry.fromCounty());
        values.put("toCounty", entry.toCounty());
        values.put(
                "direction",
                entry.direction() == null ? null : entry.direction().name());
        values.put("mainLeg", entry.mainLeg());
        values.put("persons", entry.persons());
        values.put("infants", entry.infants());
        values.put("escorts", entry.escorts());
        values.put("owner", entry.owner());
        return values;
    }

    /** Of a row of ledger_entry with its recording. */
    static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        String direction = row.getString("direction");
        return new LedgerEntry(
                row.getLong("id"),
                new Recording(
                        row.getLong("recording"),
                        Rows.instant(row, "recorded_at"),
                        row.getString("recorded_by"),
                        row.getString("reason")),
                row.getLong("plan_id"),
                row.getString("vehicle"),
                RanTrip.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("carriages"),
                Rows.instant(row, "happened_at"),
                row.getString("group_id"),
                row.getString("county"),
                row.getString("from_county"),
                row.getString("to_county"),
                direction == null ? null : Direction.valueOf(direction),
                row.getBoolean("main_leg"),
                row.getInt("persons"),
                row.getInt("infants"),
                row.getInt("escorts"),
                row.getString("owner"),
                row.getObject("reverses", Long.class));
    }
}
