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
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of the ledger as rows. Within the caller's transaction. */
final class LedgerRows {
    private final JdbcClient sql;

    LedgerRows(JdbcClient sql) {
        this.sql = sql;
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
        requireAll(reversed, ids.length);
    }

    /** Of one trip, in one statement: the database looks at them together. */
    void add(long recording, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        LedgerEntry trip = entries.get(0);
        int added = sql.sql("""
                        INSERT INTO ledger_entry (recording, plan_id, vehicle, kind, name, carriages, happened_at, owner,
                                                  group_id, county, from_county, to_county, direction, main_leg, persons,
                                                  infants, escorts)
                        SELECT :recording, :planId, :vehicle, :kind, :name, :carriages, :happenedAt, :owner,
                               e.group_id, e.county, e.from_county, e.to_county, e.direction, e.main_leg, e.persons,
                               e.infants, e.escorts
                        FROM unnest(:groups::text[], :counties::text[], :from::text[], :to::text[], :directions::text[],
                                    :mainLegs::boolean[], :persons::integer[], :infants::integer[], :escorts::integer[])
                             WITH ORDINALITY AS e (group_id, county, from_county, to_county, direction, main_leg, persons,
                                                   infants, escorts, number)
                        ORDER BY e.number
                        """)
                .param("recording", recording)
                .param("planId", trip.planId())
                .param("vehicle", trip.vehicle())
                .param("kind", trip.kind().name())
                .param("name", trip.name())
                .param("carriages", trip.carriages())
                .param("happenedAt", Rows.utc(trip.happenedAt()))
                .param("owner", trip.owner())
                .param("groups", texts(entries, LedgerEntry::groupId))
                .param("counties", texts(entries, LedgerEntry::county))
                .param("from", texts(entries, LedgerEntry::fromCounty))
                .param("to", texts(entries, LedgerEntry::toCounty))
                .param("directions", texts(entries, LedgerRows::direction))
                .param("mainLegs", entries.stream().map(LedgerEntry::mainLeg).toArray(Boolean[]::new))
                .param("persons", numbers(entries, LedgerEntry::persons))
                .param("infants", numbers(entries, LedgerEntry::infants))
                .param("escorts", numbers(entries, LedgerEntry::escorts))
                .update();
        requireAll(added, entries.size());
    }

    private static String[] texts(List<LedgerEntry> entries, Function<LedgerEntry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    private static Integer[] numbers(List<LedgerEntry> entries, Function<LedgerEntry, Integer> column) {
        return entries.stream().map(column).toArray(Integer[]::new);
    }

    private static String direction(LedgerEntry entry) {
        return entry.direction() == null ? null : entry.direction().name();
    }

    private static void requireAll(int written, int entries) {
        if (written != entries) {
            throw new IllegalStateException("wrote " + written + " entries of " + entries);
        }
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
